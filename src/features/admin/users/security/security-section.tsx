import { type FormState, fieldProps } from '../../../../platform/forms/form.ts'
import { routes } from '../../../../routes.ts'
import { joinFacts } from '../../../../shared/text/facts.ts'
import { Table } from '../../../../ui/data/table.tsx'
import { ConfirmDialog } from '../../../../ui/forms/confirm-dialog.tsx'
import { TextArea } from '../../../../ui/forms/field.tsx'
import { Section } from '../../../../ui/page/split.tsx'
import { Time } from '../../../../ui/values/time.tsx'
import { networkName } from '../../../security-log/network.ts'
import type { PersonSession } from '../person-queries.ts'
import type { UserProfile } from '../queries.ts'

type Props = {
  user: UserProfile
  sessions: readonly PersonSession[]
  form: FormState
  /** Whether it is the admin's own page. Then they use their settings. */
  isOwn: boolean
}

/** Where somebody is signed in, and whether they need a code for it. */
export const SecuritySection = ({ user, sessions, form, isOwn }: Props) => (
  <Section
    title="Security"
    aside={<a href={routes.admin.securityLog.href({ username: user.username })}>Their security log</a>}
  >
    {sessions.length === 0 ? (
      <p class="secondary">Not signed in anywhere.</p>
    ) : (
      <Table caption="Sessions, newest first" columns={columns} rows={sessions} />
    )}
    <p class="mt-2">
      {user.twoFactorSince === null ? (
        'Two-factor sign-in is off.'
      ) : (
        <>
          Two-factor sign-in is on since <Time at={user.twoFactorSince} />.
        </>
      )}
    </p>
    {isOwn ? <a href={routes.settings.security.show.href()}>Your security settings</a> : null}
    <div class="actions">
      {isOwn || sessions.length === 0 ? null : <EndSessions user={user} form={form} />}
      {isOwn || user.twoFactorSince === null ? null : <RemoveTwoFactor user={user} form={form} />}
    </div>
  </Section>
)

const columns = [
  { header: 'Device', small: 'title', cell: ({ device }: PersonSession) => device || 'Unknown' },
  {
    header: 'Place',
    cell: ({ place, network }: PersonSession) => joinFacts(place, networkName(network)) || '–',
  },
  { header: 'Signed in', cell: ({ createdAt }: PersonSession) => <Time at={createdAt} /> },
  { header: 'Last seen', cell: ({ seenAt }: PersonSession) => <Time at={seenAt} /> },
] as const

const EndSessions = ({ user, form }: Pick<Props, 'user' | 'form'>) => (
  <ReasonDialog
    form={form}
    field="sessionsReason"
    verb="Sign out everywhere"
    question={`Sign out ${user.name} everywhere?`}
    explain="They can sign in again right away. Use it if somebody else may be using their account. We'll e-mail them."
    action={routes.admin.sessionsEnd.href({ userId: user.id })}
    label="Reason"
  />
)

const RemoveTwoFactor = ({ user, form }: Pick<Props, 'user' | 'form'>) => (
  <ReasonDialog
    form={form}
    field="twoFactorReason"
    verb="Remove two-factor"
    question={`Remove two-factor sign-in of ${user.name}?`}
    explain="Only if they have lost both their phone and their recovery codes, and you are sure who they are. Then their password alone is enough. We'll e-mail them."
    action={routes.admin.twoFactorRemoval.href({ userId: user.id })}
    label="Reason, and how you made sure who they are"
  />
)

type DialogProps = {
  form: FormState
  /** The field of the reason. */
  field: 'sessionsReason' | 'twoFactorReason'
  verb: string
  question: string
  explain: string
  action: string
  label: string
}

const ReasonDialog = ({ form, field, verb, label, ...dialog }: DialogProps) => (
  <ConfirmDialog
    {...dialog}
    label={`${verb}…`}
    labelTone="outline"
    confirm={verb}
    open={form.errors[field] !== undefined}
  >
    <TextArea
      {...fieldProps(form, field)}
      label={label}
      hint="For the audit log. They don't see it."
      counter={1_000}
      required
    />
  </ConfirmDialog>
)
