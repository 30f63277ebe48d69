import type { Query } from './pipeline.ts'

/** A select, from Drizzle or from `prepared.ts`. */
export interface Select<Rows = unknown> {
  readonly _: { readonly result: Rows }
  prepare(): PreparedSelect
}

/** A select whose SQL is built, with the function that maps its rows. */
export interface PreparedSelect {
  getQuery(): Query
  mapResult(result: { rows: unknown[][] }, isFromBatch: true): unknown
}

/** The rows of several selects, in their order. */
export type RowsOf<Selects extends readonly Select[]> = {
  -readonly [Index in keyof Selects]: Selects[Index]['_']['result']
}
