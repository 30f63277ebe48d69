import type { Env } from '../../env.ts'
import type { Block, Cell as PdfCell, PdfDocument } from '../../platform/pdf/document.ts'
import { fontsFrom } from '../../platform/pdf/fonts/font-files.ts'
import { renderPdf } from '../../platform/pdf/render.ts'
import { draw } from '../../ui/charts/draw.ts'
import { chartsOf, type ReportChart } from './charts.ts'
import { arrows } from './figures/change.ts'
import { beforeHeading, comparison, reportNames, reportSubtitle } from './headings.ts'
import type { Report, ReportTable } from './report.ts'

type PdfEnv = Pick<Env, 'ASSETS' | 'CURRENCY' | 'PUBLIC_URL'>

/** When the report is made, in milliseconds UTC, and in which time zone its reader lives. */
interface Moment {
  readonly now: number
  readonly timeZone: string
}

/** Draws a report as PDF. Throws if the Worker has no static files, which hold the fonts. */
export function reportPdf(report: Report, env: PdfEnv, moment: Moment): Promise<Uint8Array> {
  if (!env.ASSETS) throw new Error('Without the ASSETS binding there are no fonts for PDF documents.')
  return renderPdf(reportDocument(report, env, moment), fontsFrom(env.ASSETS))
}

/** "parley-report-2026-10.pdf" */
export function pdfName({ month }: Pick<Report, 'month'>): string {
  return `parley-report-${month}.pdf`
}

function reportDocument(report: Report, { CURRENCY, PUBLIC_URL }: PdfEnv, moment: Moment): PdfDocument {
  return {
    title: `${reportNames[report.kind]}: ${report.title}`,
    subtitle: reportSubtitle(report),
    date: dayOf(moment),
    brand: 'Parley',
    language: 'en',
    footer: `${report.about} · ${report.title} · ${new URL(PUBLIC_URL).host}`,
    createdAt: moment.now,
    blocks: report.isEmpty
      ? [{ kind: 'paragraph', text: 'Nothing happened in this month.', size: 'lead' }]
      : blocksOf(report, CURRENCY),
  }
}

function blocksOf(report: Report, currency: string): Block[] {
  return [
    keyFigures(report),
    ...chartBlocks(chartsOf(report, currency)),
    ...report.tables.flatMap(tableBlocks),
    { kind: 'heading', level: 2, text: 'Every figure' },
    allFigures(report),
  ]
}

function keyFigures(report: Report): Block {
  return {
    kind: 'key-figures',
    figures: report.figures
      .filter(({ isKey }) => isKey)
      .map((figure) => ({ label: figure.label, value: figure.text, note: withArrow(report, figure) })),
  }
}

// The first chart is the one with long names. The others are small enough to stand beside each other.
function chartBlocks([first, ...others]: readonly ReportChart[]): Block[] {
  if (!first) return []
  const drawing = ({ kind, data }: ReportChart, width: number) =>
    ({ kind: 'drawing', drawing: draw(kind, data, width) }) as const
  return [
    drawing(first, 620),
    ...(others.length > 0
      ? [{ kind: 'columns' as const, columns: others.map((chart) => [drawing(chart, 340)]) }]
      : []),
  ]
}

function tableBlocks({ title, rowName, columns, rows, totals }: ReportTable): Block[] {
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'table',
      summary: `${title}, with totals`,
      columns: [
        { header: rowName, width: 2.6 },
        ...columns.map(({ header }) => ({ header, width: widthOf(header), align: 'right' as const })),
      ],
      rows: rows.map(({ name, cells }): PdfCell[] => [name, ...cells.map(({ text }) => text)]),
      totals: ['Total', ...totals.map(({ text }) => text)],
    },
  ]
}

// A word of a header must not be broken.
function widthOf(header: string): number {
  return 0.2 + 0.13 * Math.max(...header.split(' ').map((word) => word.length))
}

function allFigures(report: Report): Block {
  return {
    kind: 'table',
    summary: `All figures of ${report.title}, with the month before and what they mean`,
    columns: [
      { header: 'Figure', width: 3.4 },
      { header: report.title, width: 1.2, align: 'right' },
      { header: beforeHeading(report), width: 1.2, align: 'right' },
      ...(report.isRunning ? [] : [{ header: 'Change', width: 2.2 }]),
    ],
    rows: report.figures.map((figure): PdfCell[] => [
      { text: figure.label, detail: figure.note },
      figure.text,
      figure.before?.text ?? '',
      ...(report.isRunning ? [] : [withArrow(report, figure)]),
    ]),
  }
}

function withArrow(report: Report, figure: Report['figures'][number]): string {
  const text = comparison(report, figure)
  return figure.change ? `${arrows[figure.change.direction]} ${text}` : text
}

function dayOf({ now, timeZone }: Moment): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone }).format(now)
}
