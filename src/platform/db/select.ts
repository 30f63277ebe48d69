import type { Query } from './pipeline.ts'

/** Something to read: a select of Drizzle's, or of `prepared.ts`. */
export interface Select<Rows = unknown> {
  readonly _: { readonly result: Rows }
  prepare(): PreparedSelect
}

/** A select with its SQL built, and how to map its rows. */
export interface PreparedSelect {
  getQuery(): Query
  mapResult(result: { rows: unknown[][] }, isFromBatch: true): unknown
}

/** The rows of several selects, in their order. */
export type RowsOf<Selects extends readonly Select[]> = {
  -readonly [Index in keyof Selects]: Selects[Index]['_']['result']
}
