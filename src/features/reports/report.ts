import type { Change } from './figures/change.ts'
import type { FigureFormat } from './figures/figure.ts'

export type ReportKind = 'sponsor' | 'influencer' | 'admin'

/** A report in words and numbers. The page, the e-mail, the PDF and the CSV show the same one. */
export interface Report {
  readonly kind: ReportKind
  /** `YYYY-MM` */
  readonly month: string
  /** "October 2026" */
  readonly title: string
  /** Whose report it is: a company, a person, or the platform. */
  readonly about: string
  /** Whether the month is not over yet. */
  readonly isRunning: boolean
  /** The month before: "September". */
  readonly before: string
  readonly figures: readonly ReportFigure[]
  readonly tables: readonly ReportTable[]
  readonly trend: readonly TrendMonth[]
  /** Whether nothing happened, in this month and the month before. */
  readonly isEmpty: boolean
}

/** A figure's value, in the units of its format, and as text. */
export interface Cell {
  readonly value: number | null
  readonly text: string
}

export interface ReportFigure extends Cell {
  readonly key: string
  readonly label: string
  readonly note: string
  readonly format: FigureFormat
  readonly isKey: boolean
  /** Null if the figure is about today. */
  readonly before: Cell | null
  /** Null while the month is running, because half a month says little about a whole one. */
  readonly change: Change | null
}

export interface ReportTable {
  readonly title: string
  /** What the rows are: "Campaign". */
  readonly rowName: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  readonly totals: readonly Cell[]
}

export interface ReportColumn {
  readonly key: string
  readonly header: string
  /** In full: "Amount committed". */
  readonly label: string
  readonly format: FigureFormat
}

export interface ReportRow {
  readonly id: number | null
  readonly name: string
  /** The page of the thing; null if it is gone. */
  readonly path: string | null
  readonly cells: readonly Cell[]
}

export interface TrendMonth {
  /** `YYYY-MM` */
  readonly month: string
  readonly opened: number
  readonly agreed: number
  /** In cents. */
  readonly amount: number
}

/** Whether anything happened in the month. Figures about today do not count. */
export function hasNews({ figures }: Report): boolean {
  return figures.some(({ value, before }) => before !== null && value !== null && value !== 0)
}
