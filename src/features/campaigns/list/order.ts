import { type SQL, sql } from 'drizzle-orm'
import { cursorNumbers } from '../../../platform/list/source.ts'
import { campaigns } from '../schema.ts'
import type { OwnCampaignSearch } from './search.ts'

type Sort = OwnCampaignSearch['sort']

/** More than any end. What has ended comes after what has not, the latest first, and what has no end comes last. */
const NO_END = sql.raw('1000000000000000')

const { id, name, endsAt, budget, committed } = campaigns

/**
 * The order of a sponsor's campaigns, and the condition for those after a cursor. An index has them by id. Otherwise
 * they are sorted, because a sponsor has few. `now` is in milliseconds UTC.
 */
export function orderOf(sort: Sort, after: string | null, now: number): { where: SQL; orderBy: SQL } {
  const [last = null] = cursorNumbers(after, sort === 'ending' ? 2 : 1) ?? []
  if (sort === 'newest') {
    return { where: last === null ? sql`true` : sql`${id} < ${last}`, orderBy: sql`${id} desc` }
  }
  if (sort === 'oldest') {
    return { where: last === null ? sql`true` : sql`${id} > ${last}`, orderBy: sql`${id}` }
  }
  const key = keyOf(sort, startOf(sort, after, now))
  const lastKey = sql`(select ${key}, ${id} from ${campaigns} where ${id} = ${last})`
  return {
    where: last === null ? sql`true` : sql`(${key}, ${id}) > ${lastKey}`,
    orderBy: sql`${key}, ${id}`,
  }
}

/** The cursor of a row. It keeps the time of the first page: what ends later does not move to another page. */
export function cursorOf(row: { readonly id: number; readonly startedAt: number }, sort: Sort): string {
  return sort === 'ending' ? `${row.id}_${row.startedAt}` : String(row.id)
}

/** When the first page was read. */
export function startOf(sort: Sort, after: string | null, now: number): number {
  const [, startedAt = now] = sort === 'ending' ? (cursorNumbers(after, 2) ?? []) : []
  return startedAt
}

function keyOf(sort: Exclude<Sort, 'newest' | 'oldest'>, startedAt: number): SQL {
  switch (sort) {
    case 'name':
      return sql`lower(${name})`
    case 'ending':
      return sql`iif(${endsAt} > ${startedAt}, ${endsAt}, ${NO_END} - ifnull(${endsAt}, 0))`
    case 'budget':
      return sql`-${budget}`
    case 'committed':
      return sql`-${committed}`
  }
}
