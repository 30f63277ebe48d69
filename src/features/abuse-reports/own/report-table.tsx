import { type Column, Table } from '../../../ui/data/table.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { ThingLink } from '../../flags/thing-link.tsx'
import type { OwnReport } from '../queries.ts'
import { reasons } from '../reasons.ts'
import { OutcomeBadge } from './outcome-badge.tsx'

/** A report by somebody, and where its link leads. */
export type ReportRow = Pick<OwnReport, 'subject' | 'title' | 'reason' | 'outcome' | 'createdAt'> & {
  readonly href: string
}

/** What somebody reported, for themselves and for admins. */
export const ReportTable = ({ caption, reports }: { caption: string; reports: readonly ReportRow[] }) => (
  <Card>
    <Table caption={caption} columns={columns} rows={reports} />
  </Card>
)

const columns: readonly Column<ReportRow>[] = [
  {
    header: 'What',
    small: 'title',
    cell: ({ href, title, subject }) => <ThingLink href={href} title={title} subject={subject} />,
  },
  { header: 'Reason', cell: ({ reason }) => reasons[reason].label },
  { header: 'Outcome', small: 'value', cell: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
  { header: 'Reported', align: 'end', cell: ({ createdAt }) => <Time at={createdAt} as="date" /> },
]
