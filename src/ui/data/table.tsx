import type { Child, JSX } from 'hono/jsx'
import { keptHtml } from '../page/kept-html.ts'
import { type Locale, useLocale } from '../values/locale.ts'

export type Column<Row> = {
  header: string
  /** What the heading shows instead of its text, like a link that sorts. */
  heading?: Child
  /** Whether the rows are sorted by it. */
  sorted?: 'ascending' | 'descending' | undefined
  cell: (row: Row) => Child
  /** Use `end` for numbers. */
  align?: 'end' | undefined
  /**
   * Where the cell goes on a phone, where each row is a card. `title` and `value` are at the top. `detail` (the
   * default) is below with its header, `action` and `text` below without one, and `select` beside them. `hide` is not
   * shown.
   */
  small?: 'title' | 'value' | 'detail' | 'text' | 'action' | 'select' | 'hide' | undefined
}

type Props<Row> = {
  /** What the table lists. Only for screen readers, unless `showCaption` is set. */
  caption: string
  showCaption?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** The attributes of the `<tr>` of the headings. */
  headings?: RowAttributes | undefined
  /** The attributes of a row's `<tr>`. */
  attributesOf?: ((row: Row) => RowAttributes) | undefined
}

type KeptProps<Row> = Props<Row> & {
  /** What the rows belong to, like a list. It is the same object on each page. */
  of: object
  keyIn: KeyIn<Row>
}

/** Everything that a row's HTML depends on, as a text. Currency, language and columns need not be in it. */
export type KeyIn<Row> = (locale: Locale) => (row: Row) => string

export type RowAttributes = JSX.IntrinsicElements['tr']

export const Table = <Row,>({ rows, attributesOf, ...props }: Props<Row>) =>
  tableOf(
    props,
    rows.map((row) => tableRow(props.columns, row, attributesOf?.(row))),
  )

/**
 * A table whose rows are shown again and again. Their HTML is kept: see docs/decisions/0031-kept-html.md. Columns are told
 * apart by their headers.
 */
export const KeptTable = <Row,>({ of, keyIn, rows, attributesOf, ...props }: KeptProps<Row>) => {
  const { columns } = props
  const locale = useLocale()
  const keyOf = keyIn(locale)
  const shared = [locale.currency, locale.locale, ...columns.map(({ header }) => header)].join(' ')
  return tableOf(
    props,
    rows.map((row) =>
      keptRow(of, `${shared} ${keyOf(row)}`, () => tableRow(columns, row, attributesOf?.(row))),
    ),
  )
}

/** A row takes about 1.5 KB. */
const MAX_KEPT_ROWS = 6_000

const keptRow = keptHtml(MAX_KEPT_ROWS)

function tableOf<Row>(
  { caption, showCaption, columns, headings }: Omit<Props<Row>, 'rows' | 'attributesOf'>,
  rows: Child,
) {
  return (
    <table class="table">
      <caption class={showCaption ? undefined : 'visually-hidden'}>{caption}</caption>
      <thead>
        <tr {...headings}>
          {columns.map((column) => (
            <th scope="col" class={cellClass(column)} aria-sort={column.sorted}>
              {column.heading ?? headingOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  )
}

// Not components, because a page has hundreds of cells and components are slower.
/** One row of a table. */
export function tableRow<Row>(columns: readonly Column<Row>[], row: Row, attributes: RowAttributes = {}) {
  return <tr {...attributes}>{columns.map((column) => cellOf(column, row))}</tr>
}

function headingOf<Row>({ header, small }: Column<Row>) {
  return small === 'action' || small === 'select' ? <span class="visually-hidden">{header}</span> : header
}

function cellOf<Row>(column: Column<Row>, row: Row) {
  const className = cellClass(column)
  return column.small === 'title' ? (
    <th scope="row" class={className}>
      {column.cell(row)}
    </th>
  ) : (
    <td class={className} data-label={column.header}>
      {column.cell(row)}
    </td>
  )
}

function cellClass<Row>({ align, small = 'detail' }: Column<Row>): string {
  return align === 'end' ? `cell-${small} cell-end` : `cell-${small}`
}
