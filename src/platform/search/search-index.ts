import type { Column, SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/**
 * What can be searched, filtered by and sorted by. Tables, triggers, filter terms and queries all follow from it; see
 * docs/decisions/0002-search-index.md.
 */
export interface SearchIndex<Fields = never, Sort extends string = string> {
  /** Singular. Tables are named after it: `influencers_by_reach`, `influencer_sort_keys`, `influencer_documents`. */
  readonly name: string
  readonly id: Column
  readonly from: SQL
  /** Only these rows are found. */
  readonly visible: SQL
  /** A match in a name comes before a match in prose. */
  readonly names: readonly Source[]
  readonly prose: readonly Source[]
  /** How many letters the last word of a query needs to be taken as a prefix. */
  readonly minPrefix: number
  /** At least one: see `EVERYTHING` in `terms.ts`. */
  readonly filters: Readonly<Record<string, ValueFilter | RangeFilter<Fields>>>
  readonly sorts: Readonly<Record<Exclude<Sort, 'relevance'>, SortOrder>>
  /** The sort order within matches of names, and of prose, when sorted by relevance. Null if nothing is. */
  readonly relevance: Exclude<Sort, 'relevance'> | null
  /** Other tables that documents are made from, and which documents use a row of theirs. */
  readonly parts: readonly { readonly table: SQLiteTable; readonly documents: (row: string) => string }[]
}

/** One value of a row, or one for each row of `each`. Null stands for none. */
export interface Source {
  readonly value: Column | SQL
  readonly each?: SQL
}

/** A filter by one of several values. The search field has the filter's name. */
export interface ValueFilter extends Source {
  readonly kind: 'value'
}

/** A filter by a number (times `scale`) or a day, `YYYY-MM-DD`. The search fields hold the bounds, both included. */
export interface RangeFilter<Fields = never> {
  readonly kind: 'number' | 'day'
  readonly value: Column
  readonly scale?: number
  readonly from?: keyof Fields & string
  readonly to?: keyof Fields & string
}

export interface SortOrder {
  readonly value: SQL
  readonly direction: 'ascending' | 'descending'
}

export function ascending(value: SQL): SortOrder {
  return { value, direction: 'ascending' }
}

export function descending(value: SQL): SortOrder {
  return { value, direction: 'descending' }
}
