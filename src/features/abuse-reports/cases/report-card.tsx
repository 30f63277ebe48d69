import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { DOT } from '../../../shared/text/facts.ts'
import { DAY } from '../../../shared/time.ts'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { OutcomeBadge } from '../own/outcome-badge.tsx'
import { reasons } from '../reasons.ts'
import { RecordText } from '../weight/record-text.tsx'
import type { AbuseCase, CaseReport } from './queries.ts'

type Props = { report: CaseReport; found: AbuseCase; others: readonly CaseReport[] }

/** One report with its words and what we know about its reporter. */
export const ReportCard = ({ report, found, others }: Props) => (
  <Card
    id={`report-${report.id}`}
    eyebrow={reasons[report.reason].label}
    aside={report.outcome === 'open' ? null : <OutcomeBadge outcome={report.outcome} />}
  >
    <p>
      <a href={routes.admin.user.href({ userId: report.reporterId })}>{report.reporterName}</a>{' '}
      <span class="secondary">
        @{report.reporterUsername}, {report.reporterRole}
        {DOT}
        <Time at={report.createdAt} />
      </span>
    </p>
    {report.prose === '' ? <p class="secondary">No details.</p> : <Prose text={report.prose} />}
    {report.additions.map(({ prose, createdAt }) => (
      <>
        <p class="secondary small">
          Added <Time at={createdAt} />
        </p>
        <Prose text={prose} />
      </>
    ))}
    <p class="secondary small">
      <RecordText record={report.record} /> {ageText(report)} {sideText(report, others)}
    </p>
    <GoodFaith report={report} found={found} />
  </Card>
)

const GoodFaith = ({ report: { id, outcome }, found }: Omit<Props, 'others'>) => {
  const target = { caseId: found.id, reportId: id }
  return outcome === 'abusive' ? (
    <Form action={routes.admin.abuseReports.badFaithEnd.href(target)}>
      <SubmitButton tone="quiet" small>
        Not in bad faith after all
      </SubmitButton>
    </Form>
  ) : (
    <Form action={routes.admin.abuseReports.badFaith.href(target)}>
      <SubmitButton tone="quiet" small>
        Mark as made in bad faith
      </SubmitButton>
    </Form>
  )
}

function ageText({ joinedAt, createdAt }: CaseReport): string {
  const days = Math.floor((createdAt - joinedAt) / DAY)
  if (days >= 7) return ''
  return days < 1
    ? 'Their account was less than a day old.'
    : `Their account was ${counted(days, 'day')} old.`
}

function sideText({ side, id }: CaseReport, all: readonly CaseReport[]): string {
  const others = all.filter((report) => report.side === side && report.id !== id)
  if (others.length === 0) return ''
  return `${counted(others.length, 'other report')} in this case ${others.length === 1 ? 'comes' : 'come'} from the same company (${side}), so they count once.`
}
