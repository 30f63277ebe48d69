import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { type Orm, prepared, type Slots } from '../../../platform/db/prepared.ts'
import { PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import { MAX_CENTS } from '../../../shared/money.ts'
import { SECOND } from '../../../shared/time.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { campaignMatch } from '../index/campaign-match.ts'
import { type After, FIRST, idAt, type Place } from '../index/cursor.ts'
import type { Match, Way } from '../index/match.ts'
import { matchOf, pageOf, type Reading, read, standing, walk, walks } from '../index/scan.ts'
import type { CampaignSearch, CampaignSort } from './filters.ts'

export type FoundCampaign = Omit<Awaited<ReturnType<typeof selectPage>>[number], keyof After>

/**
 * One page of the campaigns that are open to everybody and have not ended, in one round trip. However many there
 * are, the index of the order is read from where the page before ended until the page is full.
 */
export async function searchCampaigns(
  db: Database,
  search: CampaignSearch,
  after: After | null,
  now: number,
): Promise<Page<FoundCampaign>> {
  const select = selectCampaigns(db, search, after, now)
  return pageOf(select ? await select : [])
}

/** The select of `searchCampaigns`; null when the words hold nothing that could be found. */
export function selectCampaigns(db: Database, search: CampaignSearch, after: After | null, now: number) {
  const match = campaignMatch(search)
  if (match === null) return null

  const byRelevance = search.sort === 'relevance' && match.named !== null
  const order = search.sort === 'relevance' ? 'newest' : search.sort
  const { part, place } = after ?? FIRST
  const values = {
    ...match,
    place: part === 1 ? FIRST.place : order === 'ending' ? further(place, endingAt(now)) : place,
    placeMentioned: part === 1 ? place : FIRST.place,
    budgetFrom: search.budgetFrom ?? 0,
    budgetTo: search.budgetTo ?? MAX_CENTS,
    now,
    limit: PAGE_SIZE + 1,
  }
  const isWhole = match.lastWord !== null
  const shape: Shape = byRelevance
    ? { order: 'relevance', from: part === 1 ? 'mentioned' : 'named', isWhole }
    : { order, narrowed: match.all !== null, isWhole }
  return selectPage(db, values, shape)
}

interface Values extends Match {
  place: Place
  placeMentioned: Place
  budgetFrom: number
  budgetTo: number
  now: number
  limit: number
}

type Shape = { readonly isWhole: boolean } & (
  | { readonly order: 'relevance'; readonly from: 'named' | 'mentioned' }
  | { readonly order: Exclude<CampaignSort, 'relevance'>; readonly narrowed: boolean }
)

const selectPage = prepared((orm: Orm, values: Slots<Values>, shape: Shape) => {
  const reading = readingOf(values)
  const matchIn = (index: SQL, way: Way) => matchOf(index, way, { match: values, ...shape })
  if (shape.order !== 'relevance') {
    const index = indexes[shape.order]
    const match = shape.narrowed ? matchIn(index, 'all') : null
    const way = { index, match, behind: values.place, part: 0 }
    return orm.select(columns).from(walk(way, reading)).limit(values.limit)
  }

  const index = indexes.newest
  const named = { index, match: matchIn(index, 'named'), behind: values.place, part: 0 }
  const mentioned = { index, match: matchIn(index, 'mentioned'), behind: values.placeMentioned, part: 1 }
  const both = shape.from === 'named' ? walks(named, mentioned, reading) : walk(mentioned, reading)
  return orm.select(columns).from(both).limit(values.limit)
})

const indexes = {
  newest: sql.raw('campaigns_by_newest'),
  budget: sql.raw('campaigns_by_budget'),
  ending: sql.raw('campaigns_by_ending'),
}

// Of a budget the index knows the first digits, and nothing of the time that goes by.
function readingOf({ budgetFrom, budgetTo, now, limit }: Slots<Values>): Reading {
  return {
    columns: sql`${campaigns.id}, name, company_name, category, niche, platforms, wanted_deliverables,
      start_date, end_date, budget, ends_at`,
    joins: (index) => sql`cross join ${campaigns} on ${campaigns.id} = ${idAt(index)}
      cross join ${sponsors} on ${sponsors.userId} = ${campaigns.sponsorId}`,
    where: sql`ends_at > ${now} and budget between ${budgetFrom} and ${budgetTo}`,
    limit,
  }
}

const columns = {
  id: read(campaigns.id),
  name: read(campaigns.name),
  sponsorName: read(sponsors.companyName),
  category: read(campaigns.category),
  niche: read(campaigns.niche),
  platforms: read(campaigns.platforms),
  wantedDeliverables: read(campaigns.wantedDeliverables),
  startDate: read(campaigns.startDate),
  endDate: read(campaigns.endDate),
  budget: read(campaigns.budget),
  endsAt: read(campaigns.endsAt),
  ...standing,
}

// Where campaigns stand that end at this moment: everything before has ended.
function endingAt(now: number): Place {
  return String(BigInt(Math.floor(now / SECOND)) << 28n)
}

function further(one: Place, other: Place): Place {
  return BigInt(one) > BigInt(other) ? one : other
}
