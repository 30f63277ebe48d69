import type { Cents } from '../../shared/money.ts'
import { toDecimal } from '../../shared/money.ts'
import type { Owner, PageOfRows, ReadRows } from './record.ts'

/** Rows of one page. */
export const PAGE = 500

/**
 * Reads a table page by page. `select` returns at most `PAGE` rows after a cursor, each with its cursor as `key`, in the
 * order of their keys. `key` itself is not shown.
 */
export function byKey<Row extends { readonly key: number }>(
  select: (owner: Owner, after: number) => PromiseLike<readonly Row[]>,
  toRow: (row: Omit<Row, 'key'>, owner: Owner) => PageOfRows['rows'][number],
): ReadRows {
  return async (owner, after) => {
    const rows = await select(owner, after)
    const last = rows.length < PAGE ? undefined : rows.at(-1)
    return { rows: rows.map(({ key, ...row }) => toRow(row, owner)), next: last?.key ?? null }
  }
}

/** Reads a table in which nobody has many rows. */
export function all<Row>(
  select: (owner: Owner) => PromiseLike<readonly Row[]>,
  toRow: (row: Row, owner: Owner) => PageOfRows['rows'][number],
): ReadRows {
  return async (owner) => ({ rows: (await select(owner)).map((row) => toRow(row, owner)), next: null })
}

/** `2026-11-27T10:15:00.000Z`. The time is in milliseconds UTC. */
export function isoTime(at: number): string
export function isoTime(at: number | null): string | null
export function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

/** An amount as a decimal with its currency: `{ amount: "1250.00", currency: "USD" }`. */
export function money(amount: Cents | null, { currency }: Pick<Owner, 'currency'>) {
  return amount === null ? null : { amount: toDecimal(amount), currency }
}
