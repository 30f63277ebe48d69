import type { Column, SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/**
 * Defines the texts to search, the filters and the sort orders. Tables, triggers, filter terms and queries are
 * generated from it. See docs/decisions/0002-search-index.md.
 */
export interface SearchIndex<Fields = never, Sort extends string = string> {
  /** Singular. Tables are named after it: `influencers_by_reach`, `influencer_sort_keys`, `influencer_documents`. */
  readonly name: string
  readonly id: Column
  readonly from: SQL
  /** Only these rows are found. */
  readonly visible: SQL
  /** Sorted by relevance, a match in a name comes before a match in prose. */
  readonly names: readonly Source[]
  readonly prose: readonly Source[]
  /** The minimum number of letters for the last word of a query to be a prefix. */
  readonly minPrefix: number
  /** Needs at least one filter: see `EVERYTHING` in `terms.ts`. */
  readonly filters: Readonly<Record<string, ValueFilter | RangeFilter<Fields>>>
  readonly sorts: Readonly<Record<Exclude<Sort, 'relevance'>, SortOrder>>
  /** With relevance, the sort order within matches of names and within matches of prose. Null without relevance. */
  readonly relevance: Exclude<Sort, 'relevance'> | null
  /** Other tables that documents are made from. `documents` is a select of the ids of the documents that use a row. */
  readonly parts: readonly { readonly table: SQLiteTable; readonly documents: (row: string) => string }[]
}

/** One value of a document, or one value for each row of `each`. Null means no value. */
export interface Source {
  readonly value: Column | SQL
  readonly each?: SQL
}

/** A filter by one of several values. The search field has the filter's name. */
export interface ValueFilter extends Source {
  readonly kind: 'value'
}

/** A filter by a number (times `scale`) or a day (`YYYY-MM-DD`). `from` and `to` name the fields with the bounds. */
export interface RangeFilter<Fields = never> {
  readonly kind: 'number' | 'day'
  readonly value: Column | SQL
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
