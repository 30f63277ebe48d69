import type { Database } from '../db/database.ts'
import type { Page } from '../http/paging.ts'
import type { Cache } from '../services/cache.ts'
import type { CampaignSearch } from './campaign-filters.ts'
import { type FoundCampaign, searchCampaigns } from './campaign-store.ts'
import type { InfluencerSearch } from './influencer-filters.ts'
import { type FoundInfluencer, searchInfluencers } from './influencer-store.ts'
import type { After } from './place.ts'

interface Scope {
  readonly db: Database
  readonly cache: Cache
  /** Milliseconds UTC. */
  readonly now: number
}

/**
 * One page of influencers, from the cache where it is there. What is found is the same for everybody who may
 * search. With words hardly anybody asks for the same again, and the database answers sooner than both would.
 */
export async function findInfluencers(
  { db, cache }: Scope,
  search: InfluencerSearch,
  after: After | null,
): Promise<Page<FoundInfluencer>> {
  const find = () => searchInfluencers(db, search, after)
  if (search.words !== '') return find()
  return (await cache.through(['influencers'], { list: 'influencers', search, after }, find)).value
}

/** One page of campaigns, as `findInfluencers`. */
export async function findCampaigns(
  { db, cache, now }: Scope,
  search: CampaignSearch,
  after: After | null,
): Promise<Page<FoundCampaign>> {
  const find = () => searchCampaigns(db, search, after, now)
  if (search.words !== '') return find()
  const { value } = await cache.through(['campaigns'], { list: 'campaigns', search, after }, find)
  // The end of a campaign is no write, so nothing told the cache.
  return { ...value, rows: value.rows.filter(({ endsAt }) => endsAt === null || endsAt > now) }
}
