import { stringify } from 'csv-stringify/sync'
import type { CsvColumn, CsvValue } from './column.ts'

/** The header and the rows as RFC 4180: CRLF, and quotes where they are needed. */
export function csvHeader<Row>(columns: readonly CsvColumn<Row>[]): string {
  return csvText([columns.map(({ header }) => header)])
}

export function csvRows<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  return csvText(rows.map((row) => columns.map(({ value }) => cell(value(row)))))
}

/** The last row of a file whose rows could not all be read. */
export function csvIncomplete<Row>(columns: readonly CsvColumn<Row>[]): string {
  return csvText([columns.map((_, index) => (index === 0 ? INCOMPLETE : ''))])
}

const INCOMPLETE = 'This file is incomplete because something went wrong. Please download it again.'

function csvText(records: string[][]): string {
  return stringify(records, { record_delimiter: '\r\n' })
}

function cell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  return typeof value === 'string' ? defused(value) : value.exact
}

/**
 * Text after which a spreadsheet would run a formula gets an apostrophe, which spreadsheets take for "this is text".
 * The list is OWASP's. Spaces before the sign do not help against it, so they do not count.
 */
function defused(text: string): string {
  const isFormula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text)
  return (isFormula ? `'${text}` : text).toWellFormed()
}
