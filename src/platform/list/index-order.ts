import { type SQL, sql } from 'drizzle-orm'
import { matchFor } from '../search/match.ts'
import { resolvePrefix } from '../search/scan.ts'
import type { SearchIndex } from '../search/search-index.ts'

/** A sort order of a list: that of a full-text table (`tableOf`), forward or backward. */
export interface IndexOrder {
  readonly table: SQL
  readonly isBackward?: boolean
}

/** What a select needs to read a full-text table in an order, after the sort key of the last row before. */
export function readAlong({ table, isBackward = false }: IndexOrder, after: string | null) {
  return {
    sortKey: sql<string>`cast(${table}.rowid as text)`,
    isAfter:
      after === null
        ? undefined
        : sql`${table}.rowid ${isBackward ? sql`<` : sql`>`} cast(${after} as integer)`,
    orderBy: isBackward ? sql`${table}.rowid desc` : sql`${table}.rowid`,
  }
}

/** The condition that rows of a full-text table match a search. Null if nothing can. */
export function matchIn(index: SearchIndex, table: SQL, search: object): SQL | null {
  const match = matchFor(index, search)
  return match && sql`${table} match ${resolvePrefix(table, match.all, match.lastWord)}`
}
