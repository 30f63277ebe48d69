import { routes } from '../../../routes.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { subjectLabels } from '../../flags/subject.ts'
import { CaseTable } from '../cases/earlier-cases.tsx'
import { OutcomeBadge } from '../own/outcome-badge.tsx'
import { reasons } from '../reasons.ts'
import { RecordText } from '../weight/record-text.tsx'
import type { PersonReports } from './queries.ts'

/** For a person's page in admin: the cases about them, and what they reported and how that ended. */
export const PersonReportsSection = ({
  reports: { userId, cases, made, record },
}: {
  reports: PersonReports
}) => (
  <>
    {cases.length > 0 ? (
      <Section title="Reports about them" aside={<CasesLink filter={{ owner: userId }} />}>
        <Card>
          <CaseTable caption="Cases about this person, newest first" cases={cases} />
        </Card>
      </Section>
    ) : null}
    {made.length > 0 ? (
      <Section title="What they reported" aside={<CasesLink filter={{ reporter: userId }} />}>
        <p>
          <RecordText record={record} />
        </p>
        <Card>
          <Table caption="What they reported, newest first" columns={columns} rows={made} />
        </Card>
      </Section>
    ) : null}
  </>
)

const CasesLink = ({ filter }: { filter: { owner?: number; reporter?: number } }) => (
  <a href={routes.admin.abuseReports.index.href(filter)}>View all cases</a>
)

const columns: readonly Column<PersonReports['made'][number]>[] = [
  {
    header: 'What',
    small: 'title',
    cell: ({ caseId, title, subject }) => (
      <div>
        <a href={routes.admin.abuseReports.show.href({ caseId })} dir="auto">
          {title}
        </a>
        <div class="person-note">{subjectLabels[subject]}</div>
      </div>
    ),
  },
  { header: 'Reason', cell: ({ reason }) => reasons[reason].label },
  { header: 'Outcome', small: 'value', cell: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
  { header: 'Reported', align: 'end', cell: ({ createdAt }) => <Time at={createdAt} as="date" /> },
]
