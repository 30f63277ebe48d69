import type { Child } from 'hono/jsx'

export type Column<Row> = {
  header: string
  cell: (row: Row) => Child
  /** Numbers stand at the end, so that they can be compared. */
  align?: 'end' | undefined
  /**
   * Its place on a phone, where a row becomes a card: the two things that matter are `title` and `value`.
   * `detail` (unless told) follows below with its header, `action` below without one, `hide` is left out.
   */
  small?: 'title' | 'value' | 'detail' | 'action' | 'hide' | undefined
}

type Props<Row> = {
  /** Says what the table lists; read aloud, shown only with `showCaption`. */
  caption: string
  showCaption?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
}

export const Table = <Row,>({ caption, showCaption, columns, rows }: Props<Row>) => (
  <table class="table">
    <caption class={showCaption ? undefined : 'visually-hidden'}>{caption}</caption>
    <thead>
      <tr>
        {columns.map((column) => (
          <th scope="col" class={cellClass(column)}>
            {column.small === 'action' ? <span class="visually-hidden">{column.header}</span> : column.header}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr>{columns.map((column) => cellOf(column, row))}</tr>
      ))}
    </tbody>
  </table>
)

// Not a component: a page has hundreds of them.
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
