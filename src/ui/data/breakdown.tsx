import { Count } from '../values/count.tsx'
import { type Column, Table } from './table.tsx'

export interface BreakdownRow {
  readonly label: string
  readonly count: number
  /** The list of what is counted. Null if there is none. */
  readonly href: string | null
}

type Props = {
  /** For screen readers: the heading above says the same. */
  title: string
  /** What the rows are, like "Category". */
  rowName: string
  rows: readonly BreakdownRow[]
}

/** How something is divided: a table with a bar for each count. */
export const Breakdown = ({ title, rowName, rows }: Props) => {
  if (rows.length === 0) return <p class="secondary">None yet</p>
  const max = Math.max(...rows.map(({ count }) => count), 1)
  const columns: readonly Column<BreakdownRow>[] = [
    {
      header: rowName,
      small: 'title',
      cell: ({ label, href }) => (href === null ? label : <a href={href}>{label}</a>),
    },
    {
      header: 'Bar',
      small: 'hide',
      cell: ({ count }) => <Bar share={count / max} />,
    },
    { header: 'Count', align: 'end', small: 'value', cell: ({ count }) => <Count value={count} /> },
  ]
  return (
    <div class="breakdown">
      <Table caption={title} columns={columns} rows={rows} />
    </div>
  )
}

const Bar = ({ share }: { share: number }) => (
  <svg class="breakdown-bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
    <rect width={Math.round(share * 1000)} height="8" />
  </svg>
)
