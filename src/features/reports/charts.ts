import { sum } from '../../shared/numbers/sum.ts'
import type { ChartData } from '../../ui/charts/chart-data.ts'
import type { ChartKind } from '../../ui/charts/draw.ts'
import { countFormat, moneyFormat } from '../../ui/charts/value-format.ts'
import { shortMonth } from './month.ts'
import type { Report, ReportTable } from './report.ts'

/** A chart of a report, for the page and the PDF. */
export interface ReportChart {
  readonly id: string
  readonly kind: ChartKind
  readonly data: ChartData
}

/** More rows would be harder to read than the table. */
const MAX_ROWS = 8

const outcomes = ['agreed', 'rejected', 'withdrawn', 'expired', 'pending'] as const

/** The charts of a report. What has no figures at all gets none. */
export function chartsOf(report: Report, currency: string): ReportChart[] {
  return [mainChart(report, currency), requestsByMonth(report), amountByMonth(report, currency)].filter(
    (chart) => chart !== null,
  )
}

function mainChart(report: Report, currency: string): ReportChart | null {
  switch (report.kind) {
    case 'sponsor':
      return outcomesByCampaign(
        report.tables.find(({ columns }) => columns.some(({ key }) => key === 'pending')),
      )
    case 'influencer':
      return outcomesOf(report)
    case 'admin':
      return amountByCategory(report.tables[0], currency)
  }
}

function outcomesByCampaign(table: ReportTable | undefined): ReportChart | null {
  if (!table) return null
  const columns = outcomes.map((key) => table.columns.findIndex((column) => column.key === key))
  const rows = table.rows
    .map(({ name, cells }) => ({ name, values: columns.map((column) => cells[column]?.value ?? 0) }))
    .map((row) => ({ ...row, total: sum(row.values) }))
    .filter(({ total }) => total > 0)
    .toSorted((one, other) => other.total - one.total)
    .slice(0, MAX_ROWS)
  if (rows.length === 0) return null
  const title =
    rows.length < table.rows.length ? 'How requests ended, in the busiest campaigns' : 'How requests ended'
  return {
    id: 'outcomes',
    kind: 'rows',
    data: {
      title,
      categoryName: table.rowName,
      categories: rows.map(({ name }) => name),
      series: columns.map((column, index) => ({
        name: table.columns[column]?.header ?? '',
        values: rows.map(({ values }) => values[index] ?? null),
      })),
      format: countFormat(),
    },
  }
}

function outcomesOf({ figures }: Report): ReportChart | null {
  const parts = outcomes
    .flatMap((key) => figures.find((figure) => figure.key === key) ?? [])
    .filter(({ value }) => value !== null && value > 0)
  if (parts.length === 0) return null
  return {
    id: 'outcomes',
    kind: 'doughnut',
    data: {
      title: 'How your requests ended',
      categoryName: 'Result',
      categories: parts.map(({ label }) => label),
      series: [{ name: 'Requests', values: parts.map(({ value }) => value) }],
      format: countFormat(),
    },
  }
}

function amountByCategory(table: ReportTable | undefined, currency: string): ReportChart | null {
  const column = table?.columns.findIndex(({ format }) => format === 'money') ?? -1
  const rows = (table?.rows ?? []).filter(({ cells }) => (cells[column]?.value ?? 0) > 0).slice(0, MAX_ROWS)
  if (!table || rows.length === 0) return null
  return {
    id: 'amounts',
    kind: 'rows',
    data: {
      title: 'Agreed amount by category',
      categoryName: table.rowName,
      categories: rows.map(({ name }) => name),
      series: [{ name: 'Amount', values: rows.map(({ cells }) => cells[column]?.value ?? null) }],
      format: moneyFormat(currency),
    },
  }
}

function requestsByMonth({ trend }: Report): ReportChart | null {
  if (trend.every(({ opened, agreed }) => opened + agreed === 0)) return null
  return {
    id: 'requests-by-month',
    kind: 'bars',
    data: {
      title: 'Requests by month',
      categoryName: 'Month',
      categories: trend.map(({ month }) => shortMonth(month)),
      series: [
        { name: 'Requests', values: trend.map(({ opened }) => opened) },
        { name: 'Agreements', values: trend.map(({ agreed }) => agreed) },
      ],
      format: countFormat(),
    },
  }
}

function amountByMonth({ trend, kind }: Report, currency: string): ReportChart | null {
  if (trend.every(({ amount }) => amount === 0)) return null
  const name = kind === 'influencer' ? 'Earnings agreed' : 'Amount agreed'
  return {
    id: 'amount-by-month',
    kind: 'bars',
    data: {
      title: `${name} by month`,
      categoryName: 'Month',
      categories: trend.map(({ month }) => shortMonth(month)),
      series: [{ name, values: trend.map(({ amount }) => amount) }],
      format: moneyFormat(currency),
    },
  }
}
