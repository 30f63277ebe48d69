import type { Child, JSX } from 'hono/jsx'

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

export type RowAttributes = JSX.IntrinsicElements['tr']

export const Table = <Row,>({ caption, showCaption, columns, rows, headings, attributesOf }: Props<Row>) => (
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
    <tbody>{rows.map((row) => tableRow(columns, row, attributesOf?.(row)))}</tbody>
  </table>
)

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
