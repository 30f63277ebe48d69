import { type FormState, fieldProps, fieldValue } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { joinFacts } from '../../../shared/text/facts.ts'
import { type Term, Terms } from '../../../ui/data/terms.tsx'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { Radios } from '../../../ui/forms/choice.tsx'
import { Hidden, TextArea } from '../../../ui/forms/field.tsx'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Section, Split } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { MAX_NOTE } from '../../flags/flag.ts'
import type { Flag, FlagDetails } from '../../flags/queries.ts'
import { flagReasons } from '../../flags/reasons.ts'
import { FlaggedThing } from '../../flags/show/flagged-thing.tsx'
import { subjectNames } from '../../flags/subject.ts'
import { decisions, reasonHint } from './decisions.ts'
import { FlagStateBadge } from './flag-state.tsx'
import { FlagSummaries } from './flag-summaries.tsx'

type Props = { details: FlagDetails; form: FormState }

/** A flag with its appeal, and the form to answer or lift it: for admins. */
export const AdminFlagPage = ({ details: { flag, earlier }, form }: Props) => (
  <>
    <Breadcrumbs
      trail={[{ label: 'Flags', href: routes.admin.flags.index.href() }]}
      here={`Flag ${flag.id}`}
    />
    <PageHeader
      eyebrow={joinFacts(subjectNames[flag.subject].label, flagReasons[flag.reason])}
      title={flag.subject === 'message' ? `Message by ${flag.ownerName}` : flag.title}
      aside={<FlagStateBadge state={flag.state} />}
    />
    <FormErrors errors={form.errors} />
    <Split aside={<Facts flag={flag} />}>
      {flag.appeal === null ? null : <Appeal flag={flag} appeal={flag.appeal} />}
      {flag.decidedAt === null ? null : <LastDecision flag={flag} decidedAt={flag.decidedAt} />}
      {flag.state === 'lifted' ? null : <DecisionForm flag={flag} form={form} />}
      {earlier.length > 0 ? (
        <Section title="Other flags">
          <FlagSummaries flags={earlier} />
        </Section>
      ) : null}
    </Split>
  </>
)

const Facts = ({ flag }: { flag: Flag }) => (
  <Card eyebrow="Flag">
    <Terms items={factsOf(flag)} />
  </Card>
)

function factsOf(flag: Flag): Term[] {
  const { subject, ownerId, ownerName, note, internalNote, flaggedAt, flaggedByName } = flag
  return [
    { term: subjectNames[subject].label, detail: <FlaggedThing flag={flag} />, wide: true },
    { term: 'Owner', detail: <a href={routes.admin.user.href({ userId: ownerId })}>{ownerName}</a> },
    { term: 'Reason', detail: flagReasons[flag.reason] },
    { term: 'Flagged', detail: <Time at={flaggedAt} /> },
    { term: 'By', detail: flaggedByName },
    ...(note ? [{ term: 'Note to the owner', detail: <Prose text={note} />, wide: true }] : []),
    ...(internalNote ? [{ term: 'Note for admins', detail: <Prose text={internalNote} />, wide: true }] : []),
  ]
}

const Appeal = ({ flag: { ownerName, appealedAt, state }, appeal }: { flag: Flag; appeal: string }) => (
  <Section title="Appeal">
    {state === 'appealed' ? <StatusBar sentence={`${ownerName} is waiting for your answer.`} /> : null}
    <Card>
      <Prose text={appeal} />
      <p class="secondary">
        {ownerName}, <Time at={appealedAt ?? 0} />
      </p>
    </Card>
  </Section>
)

const LastDecision = ({ flag, decidedAt }: { flag: Flag; decidedAt: number }) => (
  <StatusBar
    tone={flag.state === 'lifted' ? 'done' : 'off'}
    sentence={
      <>
        <p>
          <strong>{flag.state === 'lifted' ? 'Lifted' : 'Kept after the appeal'}</strong> by{' '}
          {flag.decidedByName}, <Time at={decidedAt} />
        </p>
        <Prose text={flag.decisionReason ?? ''} />
      </>
    }
  />
)

const DecisionForm = ({ flag, form }: { flag: Flag; form: FormState }) => (
  <Card id="decision" title={flag.state === 'appealed' ? 'Answer the appeal' : 'Lift the flag'}>
    <Form action={routes.admin.flags.decision.href({ flagId: flag.id })}>
      <Hidden name="version" value={flag.version} />
      {flag.state === 'appealed' ? (
        <Radios
          name="decision"
          legend="Decision"
          value={fieldValue(form, 'decision')}
          error={form.errors.decision}
          options={decisions}
          required
        />
      ) : (
        <Hidden name="decision" value="lifted" />
      )}
      <TextArea
        {...fieldProps(form, 'reason')}
        label="Reason"
        hint={reasonHint(flag)}
        counter={MAX_NOTE}
        rows={4}
        required
      />
      <Actions>
        <SubmitButton>{flag.state === 'appealed' ? 'Send answer' : 'Lift flag'}</SubmitButton>
      </Actions>
    </Form>
  </Card>
)
