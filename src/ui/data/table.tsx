import type { Child } from 'hono/jsx'

export type Column<Row> = {
  header: string
  cell: (row: Row) => Child
  /** Use `end` for numbers. */
  align?: 'end' | undefined
  /**
   * Where the cell goes on a phone, where each row is a card. `title` and `value` are at the top. `detail` (the
   * default) is below with its header, `action` below without one. `hide` is not shown.
   */
  small?: 'title' | 'value' | 'detail' | 'action' | 'hide' | undefined
}

type Props<Row> = {
  /** What the table lists. Only for screen readers, unless `showCaption` is set. */
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

// Not a component, because a page has hundreds of cells and components are slower.
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
