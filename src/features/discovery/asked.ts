import type { Cache } from '../../platform/cache/cache.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Viewer } from '../../platform/http/context.ts'
import type { Page } from '../../platform/http/paging.ts'
import { lazy } from '../../shared/lazy.ts'
import { type CampaignQuery, parseCampaignQuery } from './campaigns/forms.ts'
import { type FoundCampaign, selectCampaigns } from './campaigns/queries.ts'
import type { After } from './index/cursor.ts'
import { pageOf } from './index/scan.ts'
import { type InfluencerQuery, parseInfluencerQuery } from './influencers/forms.ts'
import { type FoundInfluencer, selectInfluencers } from './influencers/queries.ts'

/**
 * What an address asks for, and one page of what is found. That is the same for everybody who may search. So for those
 * who are signed in, what many ask for comes from the cache; the rest goes along with the reading of the viewer, if
 * it is begun before that: the database gives it sooner than both would. A visitor's page is cached as a whole, so that
 * it may show nothing that was read before the cache was asked.
 */
export interface Asked<Query, Found> {
  readonly query: () => Query
  readonly find: (reader: { readonly viewer: Viewer | null; readonly cache: Cache }) => Promise<Page<Found>>
}

type Address = Readonly<Record<string, string>>

interface Scope {
  readonly db: Database
  /** Milliseconds UTC. */
  readonly now: number
}

export function askForInfluencers(
  { db }: Pick<Scope, 'db'>,
  address: Address,
): Asked<InfluencerQuery, FoundInfluencer> {
  const query = lazy(() => parseInfluencerQuery(address))
  const isRare = () => !isShared(query())
  const along = db.along(() => selectInfluencers(db, query().search, query().after), isRare)
  return {
    query,
    async find({ viewer, cache }) {
      const { search, after } = query()
      const read = async () => pageOf((await along.anew()) ?? [])
      if (!viewer) return read()
      if (isRare()) return pageOf((await along.rows()) ?? [])
      return (await cache.getOrSet(['influencers'], { list: 'influencers', search, after }, read)).value
    },
  }
}

export function askForCampaigns({ db, now }: Scope, address: Address): Asked<CampaignQuery, FoundCampaign> {
  const query = lazy(() => parseCampaignQuery(address))
  const isRare = () => !isShared(query())
  const along = db.along(() => selectCampaigns(db, query().search, query().after, now), isRare)
  return {
    query,
    async find({ viewer, cache }) {
      const { search, after } = query()
      const read = async () => pageOf((await along.anew()) ?? [])
      if (!viewer) return read()
      if (isRare()) return pageOf((await along.rows()) ?? [])
      const { value } = await cache.getOrSet(['campaigns'], { list: 'campaigns', search, after }, read)
      // The end of a campaign is no write, so nothing told the cache.
      return { ...value, rows: value.rows.filter(({ endsAt }) => endsAt === null || endsAt > now) }
    },
  }
}

/** Whether many ask for the same: for what comes first, in some order, of everything. */
function isShared({
  search,
  after,
}: {
  search: { words: string; sort: string }
  after: After | null
}): boolean {
  const { words, sort: _, ...filters } = search
  return words === '' && after === null && Object.values(filters).every((value) => value === null)
}
