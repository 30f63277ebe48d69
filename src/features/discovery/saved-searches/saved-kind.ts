import type { SQL } from 'drizzle-orm'
import type { Match } from '../../../platform/search/match.ts'
import type { SearchIndex } from '../../../platform/search/search-index.ts'

/** A kind of saved search: how to parse it, and what counts as a new match. */
export interface Kind {
  readonly index: SearchIndex
  /** Parses a query string and ignores what is not valid. `currency` is an ISO code. */
  readonly read: (query: string, currency: string) => SavedQuery
  /** Joins the tables that `isNew` needs. `table` is the full-text table of the sort order "newest". */
  readonly joins: (table: SQL) => SQL
  /** Whether a row is new. Times are in milliseconds UTC. */
  readonly isNew: (since: SQL, now: SQL) => SQL
}

/** What a saved search looks for. */
export interface SavedQuery {
  readonly href: string
  readonly newestHref: string
  /** Labels of the active filters. */
  readonly filters: readonly string[]
  /** Null if nothing can match. */
  readonly match: Match | null
  /** The minimum and maximum of each range filter. */
  readonly bounds: Readonly<Record<string, string | number | null>>
}
