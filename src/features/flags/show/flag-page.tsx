import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Terms } from '../../../ui/data/terms.tsx'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { Hidden, TextArea } from '../../../ui/forms/field.tsx'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Narrow, Section } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { consequencesOf } from '../consequences.ts'
import { appeal, MAX_APPEAL } from '../flag.ts'
import type { OwnFlag } from '../queries.ts'
import { flagReasons } from '../reasons.ts'
import { subjectNames } from '../subject.ts'
import { FlaggedThing } from './flagged-thing.tsx'

type Props = { flag: OwnFlag; form: FormState }

/** What was flagged, why, what it means, and the form to appeal: for the owner. */
export const OwnFlagPage = ({ flag, form }: Props) => (
  <Narrow>
    <PageHeader
      eyebrow={`Flag ${flag.id}`}
      title={
        flag.state === 'lifted'
          ? 'This flag has been removed'
          : `An admin flagged ${subjectNames[flag.subject].yours}`
      }
    />
    <FormErrors errors={form.errors} />
    <StateBar flag={flag} />
    <Card>
      <Terms
        items={[
          { term: subjectNames[flag.subject].label, detail: <FlaggedThing flag={flag} /> },
          { term: 'Reason', detail: flagReasons[flag.reason] },
          { term: 'Flagged', detail: <Time at={flag.flaggedAt} /> },
          ...(flag.note ? [{ term: 'Note', detail: <Prose text={flag.note} />, wide: true }] : []),
        ]}
      />
    </Card>
    {flag.state === 'lifted' ? null : (
      <Section title="What this means now">
        <ul>
          {consequencesOf(flag.subject, flag.ownerRole === 'sponsor').map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      </Section>
    )}
    {flag.appeal === null ? null : (
      <Section title="Your appeal">
        <Prose text={flag.appeal} />
      </Section>
    )}
    {appeal(flag, flag.ownerId).ok ? <AppealForm flag={flag} form={form} /> : null}
  </Narrow>
)

const StateBar = ({ flag: { state, appealedAt, decidedAt, decisionReason } }: { flag: OwnFlag }) => {
  switch (state) {
    case 'open':
      return <StatusBar sentence="If you think this is a mistake, you can appeal below." />
    case 'appealed':
      return (
        <StatusBar
          tone="wait"
          sentence={
            <>
              You appealed <Time at={appealedAt ?? 0} />. An admin will answer you here and by e-mail.
            </>
          }
        />
      )
    case 'kept':
      return <Answer tone="off" lead="Your appeal was not accepted." at={decidedAt} reason={decisionReason} />
    case 'lifted':
      return (
        <Answer
          tone="done"
          lead="What it changed no longer applies."
          at={decidedAt}
          reason={decisionReason}
        />
      )
  }
}

type AnswerProps = { tone: 'off' | 'done'; lead: string; at: number | null; reason: string | null }

const Answer = ({ tone, lead, at, reason }: AnswerProps) => (
  <StatusBar
    tone={tone}
    sentence={
      <>
        <p>
          <strong>{lead}</strong> Decided <Time at={at ?? 0} />.
        </p>
        {reason ? <Prose text={reason} /> : null}
      </>
    }
  />
)

const AppealForm = ({ flag, form }: Props) => (
  <Card id="appeal" title="Appeal">
    <p>You can appeal once. Say what is wrong about the flag, or what you have changed since.</p>
    <Form action={routes.flags.appeal.href({ flagId: flag.id })}>
      <Hidden name="version" value={flag.version} />
      <TextArea {...fieldProps(form, 'appeal')} label="Your appeal" counter={MAX_APPEAL} rows={6} required />
      <Actions>
        <SubmitButton>Send appeal</SubmitButton>
      </Actions>
    </Form>
  </Card>
)
