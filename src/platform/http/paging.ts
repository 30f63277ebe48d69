import * as z from 'zod'

export const PAGE_SIZE = 20

/** One page of a list by keyset: the rows, and where the next page starts, if there is one. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
}

/**
 * Cuts a page from rows of which one more than `size` was asked for.
 * `keyOf` gives the sort key of a row, which the next page starts after.
 */
export function cutPage<Row>(
  rows: readonly Row[],
  size: number,
  keyOf: (row: Row) => readonly number[],
): Page<Row> {
  if (rows.length <= size) return { rows, next: null }
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { rows: shown, next: last ? keyOf(last).join('_') : null }
}

/** The `after` of a query: the numbers of a sort key, or null for the first page and for nonsense. */
export function afterParam(length: number) {
  return z
    .string()
    .regex(new RegExp(`^-?\\d{1,16}(_-?\\d{1,16}){${length - 1}}$`))
    .transform((text) => text.split('_').map(Number))
    .nullable()
    .catch(null)
    .default(null)
}
