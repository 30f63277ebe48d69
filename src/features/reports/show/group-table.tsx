import type { Child } from 'hono/jsx'
import { type Column, Table } from '../../../ui/data/table.tsx'
import type { Cell, ReportTable } from '../report.ts'

type Row = { name: string; path: string | null; cells: readonly Cell[]; isTotal: boolean }

/** The figures of each campaign, with a last row for all of them. */
export const GroupTable = ({ table: { title, rowName, columns, rows, totals } }: { table: ReportTable }) => {
  const all: Row[] = [
    ...rows.map((row) => ({ ...row, isTotal: false })),
    { name: 'Total', path: null, cells: totals, isTotal: true },
  ]
  const nameColumn: Column<Row> = { header: rowName, small: 'title', cell: (row) => <Name row={row} /> }
  const figureColumns = columns.map(
    ({ header }, index): Column<Row> => ({
      header,
      align: 'end',
      cell: ({ cells, isTotal }) => strongIf(isTotal, cells[index]?.text ?? ''),
    }),
  )
  return (
    <div class="report-table">
      <Table caption={title} columns={[nameColumn, ...figureColumns]} rows={all} />
    </div>
  )
}

const Name = ({ row: { name, path, isTotal } }: { row: Row }) =>
  path === null ? strongIf(isTotal, name) : <a href={path}>{name}</a>

function strongIf(isStrong: boolean, text: string): Child {
  return isStrong ? <strong>{text}</strong> : text
}
