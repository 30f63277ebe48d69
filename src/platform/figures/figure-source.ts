import type { Column, SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/**
 * Says what a figure counts. The triggers that keep it, the rebuild and the slow count of the tests are generated from
 * it. See docs/decisions/0022-statistics.md. Expressions may have no parameters, because triggers take none.
 */
export interface FigureSource {
  /** Each of its rows counts. Its primary key is one integer. */
  readonly from: SQLiteTable
  /** Another table that the expressions read. When its row changes, so does the figure. */
  readonly join?: { readonly table: SQLiteTable; readonly on: SQL }
  /** Only these rows count. */
  readonly where?: SQL
  /**
   * When it happened, in milliseconds UTC: the figure counts by day. Without it, the figure says how many there are
   * now.
   */
  readonly at?: Column | SQL
  /** What the figure is divided by, such as a state. A row without a value does not count. */
  readonly dimension?: Column | SQL
  /** What each row adds. 1 by default. */
  readonly amount?: Column | SQL
  /** People who have this figure of their own, beside the one of the whole platform. */
  readonly owners?: readonly (Column | SQL)[]
}

export type FigureSources = Readonly<Record<string, FigureSource>>

/** The owner of the figures of the whole platform. */
export const PLATFORM = 0

/** The day of figures about now. */
export const NOW_DAY = 0
