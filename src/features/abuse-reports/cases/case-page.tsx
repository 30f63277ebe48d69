import type { FormState } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import type { UserId } from '../../../shared/ids.ts'
import { DOT, joinFacts } from '../../../shared/text/facts.ts'
import { FormErrors } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Section, Split, Stack } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { subjectLabels } from '../../flags/subject.ts'
import { ReportedThing } from '../reported-thing.tsx'
import { AssignmentBar } from './assignment/assignment-bar.tsx'
import { CaseActivity } from './case-activity.tsx'
import { CaseStateBadge } from './case-state.tsx'
import { DecisionForms } from './decision-forms.tsx'
import { EarlierCases } from './earlier-cases.tsx'
import { ownerHref, thingHref } from './hrefs.ts'
import type { OpenDecision } from './open-decision.ts'
import { OwnerCard } from './owner-card.tsx'
import { OwnerFlags } from './owner-flags.tsx'
import type { CaseFile } from './queries.ts'
import { ReportCard } from './report-card.tsx'

type Props = { file: CaseFile; viewerId: UserId; open: OpenDecision; form: FormState }

/** Everything that an admin needs to decide about reports of one thing. */
export const CasePage = ({ file, viewerId, open, form }: Props) => {
  const { found, reports, earlier, flags, events } = file
  const href = thingHref(found)
  return (
    <>
      <Breadcrumbs
        trail={[{ label: 'User reports', href: routes.admin.abuseReports.index.href() }]}
        here={found.title}
      />
      <PageHeader
        eyebrow={joinFacts(`Case ${found.id}`, subjectLabels[found.subject].toLowerCase())}
        title={<span dir="auto">{found.title}</span>}
        subtitle={
          <>
            By <a href={ownerHref(found)}>{found.owner.name}</a>
            {DOT}
            {counted(found.reportCount, 'report')} since <Time at={found.openedAt} as="date" />
          </>
        }
        aside={<CaseStateBadge {...found} />}
      />
      <FormErrors errors={form.errors} />
      <AssignmentBar file={file} viewerId={viewerId} />
      <Split aside={<OwnerCard found={found} />}>
        <Card
          eyebrow="What was reported"
          aside={href ? <a href={href}>Open</a> : <span class="secondary">Deleted</span>}
        >
          <ReportedThing {...found} path={href} />
        </Card>
        <Section title="Reports">
          <Stack>
            {reports.map((report) => (
              <ReportCard report={report} found={found} others={reports} />
            ))}
          </Stack>
        </Section>
        <DecisionForms found={found} reports={reports} viewerId={viewerId} open={open} form={form} />
        {earlier.length > 0 ? <EarlierCases earlier={earlier} name={found.owner.name} /> : null}
        {flags.length > 0 ? <OwnerFlags flags={flags} name={found.owner.name} /> : null}
        <CaseActivity events={events} />
      </Split>
    </>
  )
}
