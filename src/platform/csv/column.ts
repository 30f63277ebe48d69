import { type Cents, toDecimal } from '../../shared/money.ts'

/** A cell. Text that a spreadsheet would run as a formula is defused; numbers and `Exact` values are left alone. */
export type CsvValue = string | number | null | Exact

/** Text that Parley wrote itself, like "-12.50". It is never taken for somebody's formula. */
export interface Exact {
  readonly exact: string
}

export interface CsvColumn<Row> {
  readonly header: string
  readonly value: (row: Row) => CsvValue
}

/** A moment as ISO 8601 in UTC: "2026-10-20T16:00:00.000Z". `at` is milliseconds UTC. */
export function isoMoment(at: number | null): Exact | null {
  return at === null ? null : { exact: new Date(at).toISOString() }
}

/**
 * Two columns for an amount: a plain decimal like "1250.00", which every spreadsheet can add up, and the ISO 4217
 * code. Both are empty where there is no amount.
 */
export function amountColumns<Row>(
  header: string,
  amount: (row: Row) => Cents | null,
  currency: string,
): [CsvColumn<Row>, CsvColumn<Row>] {
  return [
    { header, value: (row) => plainAmount(amount(row)) },
    { header: `${header} currency`, value: (row) => (amount(row) === null ? null : currency) },
  ]
}

/** A plain decimal like "1250.00". A table with several amounts has one column for their currency. */
export function plainAmount(amount: Cents | null): Exact | null {
  return amount === null ? null : { exact: toDecimal(amount) }
}
