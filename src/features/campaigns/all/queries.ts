import { inArray, type SQL, sql } from 'drizzle-orm'
import { matchIn } from '../../../platform/list/index-order.ts'
import { type ListContext, type ListSource, selectCount } from '../../../platform/list/source.ts'
import { idAt, type SortKey, sortKeyBefore } from '../../../platform/search/cursor.ts'
import { column, tableOf } from '../../../platform/search/scan.ts'
import { SECOND } from '../../../shared/time.ts'
import { openFlagOf } from '../../flags/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { campaigns } from '../schema.ts'
import { adminCampaignIndex } from './campaign-index.ts'
import type { AdminCampaignSearch } from './filters.ts'

export type AdminCampaignRow = Awaited<ReturnType<typeof selectByIds>>[number]

/** Every campaign. A query matches words in the names of the campaign and its sponsor. */
export const adminCampaigns: ListSource<AdminCampaignRow, AdminCampaignSearch> = {
  select: selectCampaigns,
  count: ({ db }, search, max) => {
    const table = tableOf(adminCampaignIndex, 'newest')
    const match = matchIn(adminCampaignIndex, table, search)
    return match && selectCount(db, sql`select 1 from ${table} where ${match}`, max)
  },
  find: selectByIds,
  cursorOf: ({ sortKey, startedAt }) => `${sortKey}_${startedAt}`,
}

/** A cursor: the sort key of the last row, and when the first page was read. */
interface Cursor {
  readonly sortKey: SortKey
  /** In seconds. What ends soon is decided once, so that no row is on two pages. */
  readonly startedAt: number
}

/** Rows of a full-text table in one direction, between two sort keys, neither of which is included. */
interface Stretch {
  readonly direction: 'ascending' | 'descending'
  readonly above: SortKey | null
  readonly below: SortKey | null
}

function selectCampaigns(
  { db, now }: ListContext,
  search: AdminCampaignSearch,
  after: string | null,
  limit: number,
) {
  const sort = search.sort === 'oldest' ? 'newest' : search.sort
  const table = tableOf(adminCampaignIndex, sort)
  const match = matchIn(adminCampaignIndex, table, search)
  if (match === null) return null

  const cursor = parseCursor(after)
  const startedAt = cursor?.startedAt ?? Math.floor(now / SECOND)
  const rows = stretchesOf(search.sort, cursor?.sortKey ?? null, startedAt).map(
    ({ direction, above, below }) => sql`select * from (select ${columnsOf(table)}, ${startedAt} as started_at
      from ${table} ${joins(idAt(table))}
      where ${match} ${bound(table, '>', above)} ${bound(table, '<', below)}
      order by ${table}.rowid ${sql.raw(direction === 'ascending' ? 'asc' : 'desc')} limit ${limit})`,
  )
  return db.orm
    .select(row)
    .from(sql`(${sql.join(rows, sql` union all `)}) listed`)
    .limit(limit)
}

/** The rest of the list after a row. SQLite starts the second stretch only if the first has too few rows. */
function stretchesOf(sort: AdminCampaignSearch['sort'], after: SortKey | null, startedAt: number): Stretch[] {
  switch (sort) {
    case 'newest':
    case 'budget':
    case 'committed':
      return [{ direction: 'ascending', above: after, below: null }]
    case 'oldest':
      return [{ direction: 'descending', above: null, below: after }]
    case 'ending': {
      // What has not ended comes first, the next end first. Then what has ended, the latest first.
      const start = sortKeyBefore(startedAt, 'ascending')
      const isPast = after !== null && BigInt(after) < BigInt(start)
      const ended: Stretch = { direction: 'descending', above: null, below: isPast ? after : start }
      return isPast ? [ended] : [{ direction: 'ascending', above: after ?? start, below: null }, ended]
    }
  }
}

function selectByIds({ db }: Pick<ListContext, 'db'>, ids: readonly number[]) {
  const found = sql`select ${columnsOf(null)}, 0 as started_at from ${campaigns}
    cross join ${sponsors} on ${sponsors.userId} = ${campaigns.sponsorId} where ${inArray(sql`${campaigns.id}`, [...ids])}`
  return db.orm.select(row).from(sql`(${found}) listed`)
}

function columnsOf(table: SQL | null): SQL {
  return sql`${campaigns.id}, name, company_name, sponsor_id, category, niche, platforms, ${campaigns.state},
    visibility, ${campaigns.flaggedAt}, start_date, end_date, time_zone, starts_at, ends_at, budget, committed, ${campaigns.createdAt},
    cast(${table ? sql`${table}.rowid` : sql`0`} as text) as sort_key`
}

function joins(id: SQL): SQL {
  return sql`cross join ${campaigns} on ${campaigns.id} = ${id}
    cross join ${sponsors} on ${sponsors.userId} = ${campaigns.sponsorId}`
}

function bound(table: SQL, sign: '<' | '>', sortKey: SortKey | null): SQL {
  return sortKey === null ? sql`` : sql`and ${table}.rowid ${sql.raw(sign)} cast(${sortKey} as integer)`
}

function parseCursor(after: string | null): Cursor | null {
  const [sortKey, startedAt] = after?.split('_') ?? []
  return sortKey !== undefined && startedAt !== undefined && BigInt(sortKey) < 2n ** 63n
    ? { sortKey, startedAt: Number(startedAt) }
    : null
}

const row = {
  id: column(campaigns.id),
  name: column(campaigns.name),
  sponsorId: column(campaigns.sponsorId),
  sponsorName: column(sponsors.companyName),
  category: column(campaigns.category),
  niche: column(campaigns.niche),
  platforms: column(campaigns.platforms),
  state: column(campaigns.state),
  visibility: column(campaigns.visibility),
  flaggedAt: column(campaigns.flaggedAt),
  flag: openFlagOf('campaign', sql`listed.id`),
  startDate: column(campaigns.startDate),
  endDate: column(campaigns.endDate),
  timeZone: column(campaigns.timeZone),
  startsAt: column(campaigns.startsAt),
  endsAt: column(campaigns.endsAt),
  budget: column(campaigns.budget),
  committed: column(campaigns.committed),
  createdAt: column(campaigns.createdAt),
  sortKey: sql<SortKey>`sort_key`,
  startedAt: sql<number>`started_at`,
}
