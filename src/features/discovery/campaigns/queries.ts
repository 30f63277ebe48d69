import { sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import type { Page } from '../../../platform/http/paging.ts'
import { type Cursor, idAt, type SortKey, sortKeyBefore } from '../../../platform/search/cursor.ts'
import {
  column,
  cursorColumns,
  type Projection,
  pageOf,
  planSearch,
  type ScanValues,
  type Shape,
  scan,
} from '../../../platform/search/scan.ts'
import { SECOND } from '../../../shared/time.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { campaignIndex } from '../index/definition.ts'
import type { CampaignSearch } from './filters.ts'

export type FoundCampaign = Omit<Awaited<ReturnType<typeof selectPage>>[number], keyof Cursor>

/** One page of the public campaigns that have not ended. One round trip. */
export async function searchCampaigns(
  db: Database,
  search: CampaignSearch,
  after: Cursor | null,
  now: number,
): Promise<Page<FoundCampaign>> {
  const select = selectCampaigns(db, search, after, now)
  return pageOf(select ? await select : [])
}

/** The select of `searchCampaigns`; null if nothing can match. */
export function selectCampaigns(db: Database, search: CampaignSearch, after: Cursor | null, now: number) {
  const plan = planSearch(campaignIndex, search, after)
  if (plan === null) return null
  const { values, shape } = plan
  // The index does not know the time. Sorted by their end, all campaigns that have ended come first: skip them.
  const ended = sortKeyBefore(Math.floor(now / SECOND), 'ascending')
  const start = shape.sort === 'ending' ? laterOf(values.after, ended) : values.after
  return selectPage(db, { ...values, after: start, now }, shape)
}

const selectPage = prepared((orm, values: Slots<ScanValues & { now: number }>, shape: Shape) =>
  orm
    .select(columns)
    .from(scan(campaignIndex, shape, values, { ...projection, where: sql`ends_at > ${values.now}` }))
    .limit(values.limit),
)

const projection: Projection = {
  columns: sql`${campaigns.id}, name, company_name, category, niche, platforms, wanted_deliverables,
    start_date, end_date, time_zone, budget, starts_at, ends_at`,
  joins: (table) => sql`cross join ${campaigns} on ${campaigns.id} = ${idAt(table)}
    cross join ${sponsors} on ${sponsors.userId} = ${campaigns.sponsorId}`,
}

const columns = {
  id: column(campaigns.id),
  name: column(campaigns.name),
  sponsorName: column(sponsors.companyName),
  category: column(campaigns.category),
  niche: column(campaigns.niche),
  platforms: column(campaigns.platforms),
  wantedDeliverables: column(campaigns.wantedDeliverables),
  startDate: column(campaigns.startDate),
  endDate: column(campaigns.endDate),
  timeZone: column(campaigns.timeZone),
  budget: column(campaigns.budget),
  startsAt: column(campaigns.startsAt),
  endsAt: column(campaigns.endsAt),
  ...cursorColumns,
}

function laterOf(one: SortKey, other: SortKey): SortKey {
  return BigInt(one) > BigInt(other) ? one : other
}
