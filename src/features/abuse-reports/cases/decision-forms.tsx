import { type FormState, fieldProps, fieldValue, formWith } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import type { UserId } from '../../../shared/ids.ts'
import { Radios, Select } from '../../../ui/forms/choice.tsx'
import { Hidden, TextArea } from '../../../ui/forms/field.tsx'
import { Actions, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Section, Stack } from '../../../ui/page/split.tsx'
import { suspensionLengths } from '../../accounts/suspension/suspension.ts'
import { MAX_NOTE } from '../../flags/flag.ts'
import { type Measure, measureTexts, possibleMeasures, suspensionChoices } from '../case.ts'
import { dismissalReasonKeys, dismissalReasons } from '../dismissal-reasons.ts'
import { WhatYouWrote } from '../what-you-wrote.tsx'
import type { OpenDecision } from './open-decision.ts'
import type { AbuseCase, CaseReport } from './queries.ts'

type Props = {
  found: AbuseCase
  reports: readonly CaseReport[]
  viewerId: UserId
  open: OpenDecision
  form: FormState
}

/** The two ways to decide a case. A case that somebody else has must be taken over first. */
export const DecisionForms = ({ found, reports, viewerId, open, form }: Props) => {
  const isMine = found.assignee === null || found.assignee.id === viewerId
  if (found.state !== 'open') return <WhatYouWrote form={form} fields={['message', 'note']} />
  if (!isMine && open === null) return null
  const told = counted(reports.filter(({ outcome }) => outcome === 'open').length, 'reporter')
  return (
    <Section title="Decide">
      <Stack>
        <Upholding found={found} told={told} form={open === 'upholding' ? form : formWith()} />
        <Dismissal found={found} told={told} form={open === 'dismissal' ? form : formWith()} />
      </Stack>
    </Section>
  )
}

type FormProps = { found: AbuseCase; told: string; form: FormState }

const Upholding = ({ found: { id, version, owner }, told, form }: FormProps) => (
  <Card title="The reports are right">
    <Form action={routes.admin.abuseReports.upholding.href({ caseId: id })} label="Uphold">
      <Hidden name="version" value={version} />
      <Radios
        {...fieldProps(form, 'measure')}
        legend="What follows"
        required
        options={possibleMeasures(owner).map(measureOption)}
      />
      <Select
        name="length"
        label="How long a suspension lasts"
        value={fieldValue(form, 'length') || 'week'}
        options={lengthOptions}
      />
      <TextArea
        {...fieldProps(form, 'message')}
        label={`Message to ${owner.name}`}
        hint="They read this. Don't say or hint at who reported it."
        counter={MAX_NOTE}
        required
      />
      <TextArea
        {...fieldProps(form, 'note')}
        id="field-upholding-note"
        label="Note"
        hint="Only for admins."
        rows={2}
      />
      <p class="secondary">We tell {told} that we agree and have acted, but not how.</p>
      <Actions>
        <SubmitButton tone="danger">Uphold</SubmitButton>
      </Actions>
    </Form>
  </Card>
)

const Dismissal = ({ found: { id, version, owner }, told, form }: FormProps) => (
  <Card title="Nothing needs to be done">
    <Form action={routes.admin.abuseReports.dismissal.href({ caseId: id })} label="Dismiss">
      <Hidden name="version" value={version} />
      <Radios {...fieldProps(form, 'dismissalReason')} legend="Why" required options={dismissalOptions} />
      <TextArea
        {...fieldProps(form, 'note')}
        id="field-dismissal-note"
        label="Note"
        hint="Only for admins."
        rows={2}
      />
      <p class="secondary">
        We tell {told} the sentence below the reason that you choose. {owner.name} is told nothing.
      </p>
      <Actions>
        <SubmitButton tone="outline">Dismiss</SubmitButton>
      </Actions>
    </Form>
  </Card>
)

const measureOption = (value: Measure) => ({
  value,
  label: measureTexts[value].label,
  hint: measureTexts[value].explain,
})

const lengthOptions = suspensionChoices.map((value) => ({ value, label: suspensionLengths[value] }))

const dismissalOptions = dismissalReasonKeys.map((value) => ({
  value,
  label: dismissalReasons[value].label,
  hint: dismissalReasons[value].toReporters,
}))
