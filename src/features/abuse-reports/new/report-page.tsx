import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { formatTime } from '../../../shared/format.ts'
import { HOUR } from '../../../shared/time.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { Radios } from '../../../ui/forms/choice.tsx'
import { Hidden, TextArea } from '../../../ui/forms/field.tsx'
import { Actions, ButtonLink, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow, Stack } from '../../../ui/page/split.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { LIMIT_PERIOD, MAX_REPORTS, MAX_WORDS } from '../abuse-report.ts'
import { reasonKeys, reasons } from '../reasons.ts'
import type { Reportable } from '../reportable.ts'
import { ReportedThing } from '../reported-thing.tsx'
import { WhatYouWrote } from '../what-you-wrote.tsx'

/** Why somebody cannot report now, and until when (milliseconds UTC). */
export type ReportBlocker = { readonly kind: 'limit' | 'bad_faith'; readonly until: number }

type Props = { reportable: Reportable; blocker: ReportBlocker | null; form: FormState }

export const ReportPage = ({ reportable, blocker, form }: Props) => (
  <Narrow>
    <PageHeader
      title="Report"
      subtitle="Only our moderators see your report. We never tell anybody else that it was you."
    />
    <FormErrors errors={form.errors} />
    <Stack>
      <Card eyebrow="What you report">
        <ReportedThing {...reportable} subject={reportable.thing.subject} />
      </Card>
      {blocker ? (
        <>
          <Blocked blocker={blocker} />
          <WhatYouWrote form={form} fields={['details']} />
        </>
      ) : (
        <ReportForm reportable={reportable} form={form} />
      )}
    </Stack>
  </Narrow>
)

const ReportForm = ({ reportable: { thing, path }, form }: Omit<Props, 'blocker'>) => (
  <Form action={routes.abuseReports.index.href()}>
    <Hidden name="subject" value={thing.subject} />
    <Hidden name="id" value={thing.id} />
    <Radios {...fieldProps(form, 'reason')} legend="What is wrong?" required options={reasonOptions} />
    <TextArea
      {...fieldProps(form, 'details')}
      label="Details"
      hint="What happened, and where we can see it. Needed if you choose “Something else”."
      counter={MAX_WORDS}
      rows={5}
    />
    <WhatHappensNext />
    <Actions>
      <SubmitButton>Send report</SubmitButton>
      <ButtonLink href={path} tone="quiet">
        Cancel
      </ButtonLink>
    </Actions>
  </Form>
)

const reasonOptions = reasonKeys.map((value) => ({
  value,
  label: reasons[value].label,
  hint: reasons[value].explain,
}))

const WhatHappensNext = () => (
  <Card title="What happens next">
    <ul>
      <li>A moderator reads your report together with what you reported.</li>
      <li>We tell you when we have decided. We don't share what exactly we did.</li>
      <li>Until then, you can add to your report. You find it under “Problems you reported”.</li>
    </ul>
  </Card>
)

const Blocked = ({ blocker: { kind, until } }: { blocker: ReportBlocker }) => {
  const { now, timeZone } = useLocale()
  const when = formatTime(until, now, timeZone, 'datetime')
  return (
    <StatusBar
      tone="wait"
      sentence={
        kind === 'limit'
          ? `You have made ${MAX_REPORTS} reports within ${LIMIT_PERIOD / HOUR} hours, which is the most that we take from one person. You can report again from ${when} on.`
          : `Most of your reports were not made in good faith, so you can't report anything until ${when}. If you are in danger, call your local emergency number.`
      }
    />
  )
}
