import { changeOf } from './figures/change.ts'
import type { Figure } from './figures/figure.ts'
import { type FigureStyle, formatFigure } from './figures/format-figure.ts'
import { addMonths, monthLabel, monthTitle } from './month.ts'
import type { Cell, Report, ReportFigure, ReportKind, ReportTable, TrendMonth } from './report.ts'

/** What a report is made of: facts, and the figures to make of them. */
export interface ReportSource<Facts> {
  readonly kind: ReportKind
  /** `YYYY-MM` */
  readonly month: string
  readonly isRunning: boolean
  readonly about: string
  readonly figures: readonly Figure<Facts>[]
  /** What the rows of the tables are. */
  readonly groups: {
    readonly name: string
    readonly rows: readonly Group<Facts>[]
  }
  readonly total: Facts
  readonly totalBefore: Facts
  readonly trend: readonly TrendMonth[]
}

export interface Group<Facts> {
  readonly id: number | null
  readonly name: string
  readonly path: string | null
  readonly facts: Facts
}

const tableTitles = { requests: 'Requests', results: 'Results' } as const

export function makeReport<Facts>(source: ReportSource<Facts>, style: FigureStyle): Report {
  const { kind, month, isRunning, about, trend } = source
  const before = monthLabel(addMonths(month, -1), month)
  const figures = source.figures.map((figure) => toReportFigure(source, figure, before, style))
  return {
    kind,
    month,
    isRunning,
    about,
    trend,
    before,
    figures,
    title: monthTitle(month),
    tables: source.groups.rows.length === 0 ? [] : tablesOf(source, style),
    isEmpty: figures.every(({ value, before }) => !value && !before?.value),
  }
}

function toReportFigure<Facts>(
  { total, totalBefore, isRunning }: ReportSource<Facts>,
  figure: Figure<Facts>,
  month: string,
  style: FigureStyle,
): ReportFigure {
  const { key, label, note, format, isKey = false, isToday = false } = figure
  const now = cellOf(figure, total, style)
  const before = isToday ? null : cellOf(figure, totalBefore, style)
  const isCompared = before !== null && !isRunning
  return {
    key,
    label,
    note,
    format,
    isKey,
    before,
    ...now,
    change: isCompared ? changeOf(figure, now.value, before.value, month, style) : null,
  }
}

function tablesOf<Facts>({ figures, groups, total }: ReportSource<Facts>, style: FigureStyle): ReportTable[] {
  return (['requests', 'results'] as const).flatMap((table) => {
    const columns = figures.filter((figure) => figure.table === table)
    const cellsOf = (facts: Facts) => columns.map((figure) => cellOf(figure, facts, style))
    if (columns.length === 0) return []
    return {
      title: `${tableTitles[table]} by ${groups.name.toLowerCase()}`,
      rowName: groups.name,
      columns: columns.map(({ key, short, label, format }) => ({ key, header: short, label, format })),
      rows: groups.rows.map(({ facts, ...row }) => ({ ...row, cells: cellsOf(facts) })),
      totals: cellsOf(total),
    }
  })
}

function cellOf<Facts>({ value, format }: Figure<Facts>, facts: Facts, style: FigureStyle): Cell {
  const found = value(facts)
  return { value: found, text: formatFigure(found, format, style) }
}
