import { type SQL, sql } from 'drizzle-orm'

/**
 * Row ids of a full-text table come in its sort order, so each is a sort key: the value to sort by in 34 bits (larger
 * ones are cut), and below it the 28 bits of the id. A text, since doubles cannot hold it.
 */
export type SortKey = string

export const MAX_VALUE = 2 ** 34 - 1
export const ID_BITS = 28

/** Pagination cursor: the sort key of the last row, and which of the two parts of a relevance search it is in. */
export interface Cursor {
  readonly part: number
  readonly sortKey: SortKey
}

export const START: Cursor = { part: 0, sortKey: '0' }

/** `1_4611686018427387904`; null for anything else. */
export function parseCursor(text: string | undefined): Cursor | null {
  const [, part, sortKey] = /^([01])_([1-9]\d{0,18})$/.exec(text ?? '') ?? []
  return part !== undefined && sortKey !== undefined && BigInt(sortKey) < 2n ** 63n
    ? { part: Number(part), sortKey }
    : null
}

export function cursorText({ part, sortKey }: Cursor): string {
  return `${part}_${sortKey}`
}

/** The sort key before all rows whose value is at least this one; for a descending order, at most this one. */
export function sortKeyBefore(value: number, direction: 'ascending' | 'descending'): SortKey {
  return String(BigInt(direction === 'ascending' ? value : MAX_VALUE - value) << BigInt(ID_BITS))
}

/** The same in SQL, for a descending order. */
export function sortKeyBeforeSql(value: SQL): SQL {
  return sql`((${sql.raw(String(MAX_VALUE))} - ${value}) << ${sql.raw(String(ID_BITS))})`
}

/** The id of a row of a full-text table. */
export function idAt(table: SQL): SQL<number> {
  return sql<number>`(${table}.rowid & ${sql.raw(String(2 ** ID_BITS - 1))})`
}

/** The value that a row of a full-text table is sorted by, in a descending order. */
export function valueAt(sortKey: SQL): SQL<number> {
  return sql<number>`(${sql.raw(String(MAX_VALUE))} - (${sortKey} >> ${sql.raw(String(ID_BITS))}))`
}
