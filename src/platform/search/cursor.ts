import { type SQL, sql } from 'drizzle-orm'
import type { SortOrder } from './search-index.ts'

/**
 * The row ids of a full-text table are in its sort order, so each is a sort key. Its upper 34 bits are the value to sort
 * by, limited to `MAX_VALUE`. Its lower 28 bits are the id. It is a text, because a double cannot hold it.
 */
export type SortKey = string

const MAX_VALUE = 2 ** 34 - 1
export const ID_BITS = 28

/** Pagination cursor: the sort key of the last row. `part` says which part of a relevance search the row is in. */
export interface Cursor {
  readonly part: number
  readonly sortKey: SortKey
}

/** Parses a cursor like `1_4611686018427387904`. Null if it is not valid. */
export function parseCursor(text: string | undefined): Cursor | null {
  const [, part, sortKey] = /^([01])_([1-9]\d{0,18})$/.exec(text ?? '') ?? []
  return part !== undefined && sortKey !== undefined && BigInt(sortKey) < 2n ** 63n
    ? { part: Number(part), sortKey }
    : null
}

export function cursorText({ part, sortKey }: Cursor): string {
  return `${part}_${sortKey}`
}

/** The sort key before all rows whose value is at least `value`, or at most `value` in a descending order. */
export function sortKeyBefore(value: number, direction: SortOrder['direction']): SortKey {
  return String(BigInt(direction === 'ascending' ? value : MAX_VALUE - value) << BigInt(ID_BITS))
}

/** The SQL for `sortKeyBefore`. Without a value, the sort key is after all others. */
export function sortKeyBeforeSql({ value, direction }: SortOrder): SQL {
  const [last, max, bits] = [direction === 'ascending' ? MAX_VALUE : 0, MAX_VALUE, ID_BITS].map((number) =>
    sql.raw(String(number)),
  )
  const limited = sql`min(coalesce(${value}, ${last}), ${max})`
  return direction === 'ascending' ? sql`(${limited} << ${bits})` : sql`((${max} - ${limited}) << ${bits})`
}

/** The id of a row of a full-text table. */
export function idAt(table: SQL): SQL<number> {
  return sql<number>`(${table}.rowid & ${sql.raw(String(2 ** ID_BITS - 1))})`
}
