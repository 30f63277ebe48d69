import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Terms } from '../../../ui/data/terms.tsx'
import { TextArea } from '../../../ui/forms/field.tsx'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Narrow, Stack } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { MAX_ADDITIONS, MAX_WORDS, outcomeTexts } from '../abuse-report.ts'
import { dismissalReasons } from '../dismissal-reasons.ts'
import type { OwnReport, ShownReport } from '../queries.ts'
import { reasons } from '../reasons.ts'
import { ReportedThing } from '../reported-thing.tsx'
import { WhatYouWrote } from '../what-you-wrote.tsx'
import { OutcomeBadge } from './outcome-badge.tsx'

type Props = { shown: ShownReport; form: FormState }

/** A report as its reporter sees it, with the outcome or a form to add to it. */
export const OwnReportPage = ({ shown: { report, additions }, form }: Props) => (
  <Narrow>
    <Breadcrumbs
      trail={[{ label: 'Problems you reported', href: routes.abuseReports.index.href() }]}
      here={`Report ${report.id}`}
    />
    <PageHeader title={`Report ${report.id}`} aside={<OutcomeBadge outcome={report.outcome} />} />
    <FormErrors errors={form.errors} />
    <p>{explainOutcome(report)}</p>
    <Stack>
      <Card eyebrow="What you reported">
        <ReportedThing {...report} />
      </Card>
      <Card eyebrow="Your report">
        <Terms
          items={[
            { term: 'Reason', detail: reasons[report.reason].label },
            { term: 'Reported', detail: <Time at={report.createdAt} /> },
            ...(report.decidedAt === null
              ? []
              : [{ term: 'Decided', detail: <Time at={report.decidedAt} /> }]),
            ...(report.prose === '' ? [] : [{ term: 'Details', detail: <Prose text={report.prose} /> }]),
          ]}
        />
        {additions.map(({ prose, createdAt }) => (
          <>
            <p class="secondary small">
              Added <Time at={createdAt} />
            </p>
            <Prose text={prose} />
          </>
        ))}
      </Card>
      {report.outcome === 'open' ? (
        <AdditionForm report={report} form={form} count={additions.length} />
      ) : (
        <WhatYouWrote form={form} fields={['details']} />
      )}
    </Stack>
  </Narrow>
)

type AdditionProps = { report: OwnReport; form: FormState; count: number }

const AdditionForm = ({ report, form, count }: AdditionProps) =>
  count >= MAX_ADDITIONS && form.errors.details === undefined && form.errors.form === undefined ? (
    <p class="secondary">You have added to this report {MAX_ADDITIONS} times, which is the most we take.</p>
  ) : (
    <Form action={routes.abuseReports.additions.href({ reportId: report.id })} label="Add to your report">
      <TextArea
        {...fieldProps(form, 'details')}
        label="Add to your report"
        hint="Anything new that helps us decide."
        counter={MAX_WORDS}
      />
      <Actions>
        <SubmitButton tone="outline">Add</SubmitButton>
      </Actions>
    </Form>
  )

function explainOutcome({ outcome, dismissalReason }: OwnReport): string {
  return outcome === 'dismissed' && dismissalReason
    ? dismissalReasons[dismissalReason].toReporters
    : outcomeTexts[outcome].explain
}
