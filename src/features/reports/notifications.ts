import type { SQL } from 'drizzle-orm'
import { counted } from '../../shared/format.ts'
import type { UserId } from '../../shared/ids.ts'
import { sum } from '../../shared/numbers/sum.ts'
import type { LatestSeal } from '../audit/queries.ts'
import { mail, type NotificationText } from '../notifications/commands.ts'
import { type BlockOf, paragraph } from '../notifications/email/blocks.ts'
import { arrows } from './figures/change.ts'
import { comparison } from './headings.ts'
import type { Report, ReportColumn, ReportRow } from './report.ts'
import { reportHref } from './report-name.ts'

/** A longer table belongs on the page. */
const MAX_ROWS = 10

/** The monthly report to one person. There is one a month. `seal` is the latest one of the audit log, for admins. */
export function reportMail(to: UserId, report: Report, now: number, seal: SealedLog | null): SQL {
  return mail(to, {
    kind: report.kind === 'admin' ? 'admin_digest' : 'monthly_report',
    subjectId: to,
    period: report.month,
    ...reportText(report, report.kind === 'admin' ? seal : null),
    path: reportHref(report.month),
    at: now,
  })
}

type SealedLog = Pick<LatestSeal, 'id' | 'hash'>

export function reportText(report: Report, seal: SealedLog | null = null): NotificationText {
  const { kind, title, before } = report
  const { text, columns, amount } = shown[kind]
  const table = shownTable(report, columns, amount)
  return {
    title: kind === 'admin' ? `Parley in ${title}` : `Your report on ${title}`,
    subject: `${title}: ${headline(report)}`,
    preheader: `${text}, compared with ${before}. The PDF is attached.`,
    body: [
      paragraph(`${text} in ${title}, compared with ${before}. The same report is attached as a PDF.`),
      keyFigures(report),
      ...table,
      ...(seal ? [sealParagraph(seal)] : []),
    ],
    action: { label: 'Open the report' },
  }
}

/** A copy of the hash that nobody can change later. Without spaces it would not fit on a phone. */
function sealParagraph({ id, hash }: SealedLog): BlockOf<'paragraph'> {
  const groups = hash.match(/.{8}/g)?.join(' ')
  return paragraph(`Keep this e-mail. Seal ${id} of the audit log has the hash ${groups}.`)
}

/** What an e-mail shows of each report: its large figures, the columns of its table, and the one that its bars draw. */
const shown = {
  sponsor: {
    text: 'What came of your campaigns',
    figures: [
      'invitations',
      'applications',
      'agreed',
      'acceptance_rate',
      'committed',
      'influencer_response_time',
    ],
    columns: ['invitations', 'applications', 'agreed', 'committed'],
    amount: 'committed',
  },
  influencer: {
    text: 'Your requests and earnings',
    figures: [
      'invitations',
      'applications',
      'agreed',
      'acceptance_rate',
      'earnings',
      'influencer_response_time',
    ],
    columns: ['invitations', 'applications', 'agreed', 'earnings'],
    amount: 'earnings',
  },
  admin: {
    text: 'The platform',
    figures: ['influencer_sign_ups', 'published', 'invited', 'applied', 'accepted', 'agreed_amount'],
    columns: ['published', 'invited', 'applied', 'accepted', 'agreed_amount'],
    amount: 'agreed_amount',
  },
} as const satisfies Record<
  Report['kind'],
  {
    readonly text: string
    readonly figures: readonly string[]
    readonly columns: readonly string[]
    readonly amount: string
  }
>

/** "5 agreements, $7,250" */
function headline({ kind, figures }: Report): string {
  const agreed = figures.find(({ key }) => key === 'agreed' || key === 'accepted')?.value ?? 0
  const amount = figures.find(({ key }) => key === shown[kind].amount)
  if (agreed > 0) return `${counted(agreed, 'agreement')}, ${amount?.text ?? ''}`
  const opened = figures.filter(({ key }) => /^(invit|applic|applied)/.test(key))
  return `${counted(sum(opened.map(({ value }) => value ?? 0)), 'request')}, no agreements`
}

function keyFigures(report: Report): BlockOf<'figures'> {
  return {
    kind: 'figures',
    items: report.figures
      .filter(({ key }) => shown[report.kind].figures.some((one) => one === key))
      .map((figure) => ({
        label: figure.label,
        value: figure.text,
        change: `${figure.change ? `${arrows[figure.change.direction]} ` : ''}${comparison(report, figure)}`,
      })),
  }
}

/** The campaigns with the largest amounts: bars, and a table that says how many more there are. */
function shownTable(
  { tables }: Report,
  keys: readonly string[],
  amountKey: string,
): (BlockOf<'table'> | BlockOf<'bars'> | BlockOf<'paragraph'>)[] {
  const [first] = tables
  if (!first) return []
  const cellsOf = (key: string, row: number) => cellOf(tables, key, row)
  const order = first.rows
    .map((row, index) => ({ row, index, amount: cellsOf(amountKey, index)?.value ?? 0 }))
    .toSorted((one, other) => other.amount - one.amount)
  const top = order.slice(0, MAX_ROWS)
  const paid = top.filter(({ amount }) => amount > 0)
  const columns = keys.flatMap((key) => columnOf(tables, key) ?? [])
  const amountColumn = columnOf(tables, amountKey)
  const more = order.length - top.length
  return [
    ...(paid.length > 1 && amountColumn
      ? [
          {
            kind: 'bars' as const,
            caption: `${amountColumn.label} by ${first.rowName.toLowerCase()}`,
            items: paid.map(({ row, index, amount }) => ({
              label: row.name,
              value: amount,
              text: cellsOf(amountKey, index)?.text ?? '',
            })),
          },
        ]
      : []),
    {
      kind: 'table',
      caption: first.title.replace(/^\w+/, 'Figures'),
      columns: [
        { label: first.rowName, align: 'start' },
        ...columns.map(({ header }) => ({ label: header, align: 'end' as const })),
      ],
      rows: top.map(({ row, index }) => [
        nameCell(row),
        ...columns.map(({ key }) => ({ text: cellsOf(key, index)?.text ?? '' })),
      ]),
    },
    ...(more > 0 ? [paragraph(`And ${counted(more, 'more', 'more')} in the report.`)] : []),
  ]
}

function nameCell({ name, path }: ReportRow) {
  return path === null ? { text: name } : { text: name, path }
}

function columnOf(tables: Report['tables'], key: string): ReportColumn | undefined {
  return tables.flatMap(({ columns }) => columns).find((column) => column.key === key)
}

function cellOf(tables: Report['tables'], key: string, row: number) {
  const table = tables.find(({ columns }) => columns.some((column) => column.key === key))
  const column = table?.columns.findIndex((one) => one.key === key) ?? -1
  return table?.rows[row]?.cells[column]
}
