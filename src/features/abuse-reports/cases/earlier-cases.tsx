import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { ThingLink } from '../../flags/thing-link.tsx'
import { CaseStateBadge } from './case-state.tsx'
import type { EarlierCase } from './queries.ts'

type Props = { earlier: readonly EarlierCase[]; name: string }

/** Other cases about the same owner. */
export const EarlierCases = ({ earlier, name }: Props) => (
  <Section title={`Other cases about ${name}`}>
    <Card>
      <CaseTable caption={`Other cases about ${name}, newest first`} cases={earlier} />
    </Card>
  </Section>
)

export const CaseTable = ({ caption, cases }: { caption: string; cases: readonly EarlierCase[] }) => (
  <Table caption={caption} columns={columns} rows={cases} />
)

const columns: readonly Column<EarlierCase>[] = [
  {
    header: 'Case',
    small: 'title',
    cell: ({ id, title, subject }) => (
      <ThingLink href={routes.admin.abuseReports.show.href({ caseId: id })} title={title} subject={subject} />
    ),
  },
  { header: 'Reports', align: 'end', cell: ({ reportCount }) => counted(reportCount, 'report') },
  { header: 'State', small: 'value', cell: (row) => <CaseStateBadge {...row} /> },
  { header: 'Opened', align: 'end', cell: ({ openedAt }) => <Time at={openedAt} as="date" /> },
]
