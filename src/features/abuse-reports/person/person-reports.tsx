import { routes } from '../../../routes.ts'
import { Card } from '../../../ui/page/card.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { CaseTable } from '../cases/earlier-cases.tsx'
import { ReportTable } from '../own/report-table.tsx'
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
        <ReportTable
          caption="What they reported, newest first"
          reports={made.map((report) => ({
            ...report,
            href: routes.admin.abuseReports.show.href({ caseId: report.caseId }),
          }))}
        />
      </Section>
    ) : null}
  </>
)

const CasesLink = ({ filter }: { filter: { owner?: number; reporter?: number } }) => (
  <a href={routes.admin.abuseReports.index.href(filter)}>View all cases</a>
)
