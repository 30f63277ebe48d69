import * as z from 'zod'

export const PAGE_SIZE = 20

/** A page of a list. `next` is the cursor of the next page, or null on the last one. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
}

/**
 * Makes a page from a query for `size + 1` rows: the extra row shows that there is a next page.
 * `keyOf` returns a row's sort key.
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

/** The cursor in a query string: the numbers of a sort key. Null for the first page, or if it is not valid. */
export function afterParam(length: number) {
  return z
    .string()
    .regex(new RegExp(`^-?\\d{1,16}(_-?\\d{1,16}){${length - 1}}$`))
    .transform((text) => text.split('_').map(Number))
    .nullable()
    .catch(null)
    .default(null)
}
