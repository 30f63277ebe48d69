import type { CsvColumn, CsvValue } from '../../platform/csv/column.ts'
import { csvResponse } from '../../platform/csv/response.ts'
import { csvStream } from '../../platform/csv/stream.ts'
import { cents, toDecimal } from '../../shared/money.ts'
import { HOUR } from '../../shared/time.ts'
import type { FigureFormat } from './figures/figure.ts'
import { addMonths } from './month.ts'
import type { Cell, Report } from './report.ts'

interface Row {
  readonly month: string
  readonly name: string
  /** By the key of the figure. A figure that is not known for a row has none. */
  readonly values: ReadonlyMap<string, number | null>
}

/** The report as a CSV file: a row for each campaign, one for all of them, and one for the month before. */
export function csvReport(report: Report, currency: string): Response {
  const rows = rowsOf(report)
  const csv = csvStream(columnsOf(report, currency), async () => ({ rows, next: null }))
  return csvResponse(csv, `report-${report.month}.csv`)
}

function columnsOf({ figures, tables }: Report, currency: string): CsvColumn<Row>[] {
  const figureColumns = figures.map(({ key, label, format }) => ({
    header: `${label}${units[format]?.(currency) ?? ''}`,
    value: ({ values }: Row) => csvValue(values.get(key) ?? null, format),
  }))
  return [
    { header: 'Month', value: ({ month }) => month },
    { header: tables[0]?.rowName ?? 'Campaign', value: ({ name }) => name },
    ...figureColumns,
  ]
}

const units: Partial<Record<FigureFormat, (currency: string) => string>> = {
  money: (currency) => ` (${currency})`,
  percent: () => ' (%)',
  difference: () => ' (%)',
  duration: () => ' (hours)',
}

function csvValue(value: number | null, format: FigureFormat): CsvValue {
  if (value === null) return null
  switch (format) {
    case 'count':
      return value
    case 'money':
      return { exact: toDecimal(cents(value)) }
    case 'percent':
    case 'difference':
      return Math.round(value * 1_000) / 10
    case 'duration':
      return Math.round((value / HOUR) * 100) / 100
  }
}

function rowsOf({ month, figures, tables }: Report): Row[] {
  const byGroup = (tables[0]?.rows ?? []).map(({ name }, index) => ({
    month,
    name,
    values: new Map(
      tables.flatMap(({ columns, rows }) =>
        columns.map(({ key }, column) => [key, rows[index]?.cells[column]?.value ?? null] as const),
      ),
    ),
  }))
  const total = (name: string, cellOf: (figure: Report['figures'][number]) => Cell | null) => ({
    name,
    values: new Map(figures.map((figure) => [figure.key, cellOf(figure)?.value ?? null] as const)),
  })
  return [
    ...byGroup,
    { month, ...total('All', (figure) => figure) },
    { month: addMonths(month, -1), ...total('All', ({ before }) => before) },
  ]
}
