import { type FormState, fieldProps, fieldValue } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { dayAt } from '../../../shared/time.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { Radios } from '../../../ui/forms/choice.tsx'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { DateField, Hidden } from '../../../ui/forms/field.tsx'
import { ButtonLink } from '../../../ui/forms/form.tsx'
import { optionsOf } from '../../../ui/forms/options.ts'
import { useLocale } from '../../../ui/values/locale.ts'
import { Time } from '../../../ui/values/time.tsx'
import { statusNames } from '../../accounts/people/filters.ts'
import {
  canSuspend,
  endSuspension,
  explainSuspensionRefusal,
  isSuspensionOver,
  suspensionLengths,
} from '../../accounts/suspension/suspension.ts'
import { SingleReason } from '../../reason-templates/reason-fields.tsx'
import type { ReasonChoice } from '../../reason-templates/reason-template.ts'
import type { UserProfile } from './queries.ts'

type Props = { user: UserProfile; form: FormState; choices: readonly ReasonChoice[] }

type BarProps = Props & {
  /** Whether the form is open from the start: a link has asked for it. */
  isOpen: boolean
}

/** Whether the account is suspended, with the buttons to change that. */
export const SuspensionBar = ({ isOpen, ...props }: BarProps) => {
  const { user, form } = props
  if (user.status === 'suspended') return <Suspended {...props} />
  if (user.status === 'deleting') return <Deleting user={user} />
  if (!canSuspend(user)) return null
  return (
    <StatusBar
      tone="wait"
      sentence={user.statusReason ? `Reason: ${user.statusReason}` : 'This account can sign in.'}
    >
      <ConfirmDialog
        label="Suspend…"
        question={`Suspend ${user.name}?`}
        explain="They'll be signed out everywhere. We'll e-mail them your reason and the end, and tell the other sides of their open requests. Existing deals continue."
        action={routes.admin.suspension.href({ userId: user.id })}
        confirm="Suspend"
        open={isOpen || hasErrors(form)}
      >
        <SuspensionFields {...props} />
      </ConfirmDialog>
    </StatusBar>
  )
}

const Deleting = ({ user }: { user: UserProfile }) => (
  <StatusBar
    tone="wait"
    sentence={
      user.role === 'admin' ? 'This account is going to be deleted.' : explainSuspensionRefusal('deleting')
    }
  >
    <ButtonLink href={routes.admin.personalData.show.href({ userId: user.id })} tone="quiet">
      See the deletion
    </ButtonLink>
  </StatusBar>
)

const Suspended = (props: Props) => {
  const { user, form } = props
  return (
    <StatusBar
      tone="off"
      sentence={
        <>
          <End user={user} />
          <p dir="auto">{user.suspensionReason}</p>
        </>
      }
    >
      <ConfirmDialog
        label="Change…"
        labelTone="outline"
        tone="primary"
        question={`Change the suspension of ${user.name}?`}
        explain="The new length counts from now. We'll e-mail them."
        action={routes.admin.suspensionChange.href({ userId: user.id })}
        confirm="Change suspension"
        open={hasErrors(form)}
      >
        <SuspensionFields {...props} />
      </ConfirmDialog>
      <EndNow user={user} />
    </StatusBar>
  )
}

const End = ({ user }: { user: UserProfile }) => {
  const { now } = useLocale()
  if (isSuspensionOver(user, now)) {
    return (
      <p>
        <strong>This suspension is over.</strong> The account is about to be restored.
      </p>
    )
  }
  return (
    <p>
      <strong>This account is suspended</strong>{' '}
      {user.suspendedUntil === null ? (
        'with no end date'
      ) : (
        <>
          until <Time at={user.suspendedUntil} />
        </>
      )}
      .
    </p>
  )
}

const EndNow = ({ user }: { user: UserProfile }) => {
  const after = endSuspension(user)
  return (
    <ConfirmDialog
      label="End suspension…"
      labelTone="outline"
      tone="primary"
      question={`End the suspension of ${user.name}?`}
      explain={
        after.ok
          ? `Their account goes back to the status it had before: ${statusNames[after.value].toLowerCase()}.`
          : null
      }
      action={routes.admin.suspensionEnd.href({ userId: user.id })}
      confirm="End suspension"
    >
      <Hidden name="version" value={user.version} />
    </ConfirmDialog>
  )
}

const lengths = optionsOf(suspensionLengths)

const SuspensionFields = ({ user, form, choices }: Props) => {
  const { now, timeZone } = useLocale()
  const reason = form.values.reason ?? [user.suspensionReason ?? '']
  return (
    <>
      <Hidden name="version" value={user.version} />
      <Radios
        name="length"
        legend="How long"
        value={fieldValue(form, 'length') || 'week'}
        error={form.errors.length}
        options={lengths}
        required
      />
      <DateField
        {...fieldProps(form, 'until')}
        label="Last day"
        hint={`Only for “${suspensionLengths.date}”, in your time zone`}
        min={dayAt(now, timeZone)}
      />
      <SingleReason form={{ ...form, values: { ...form.values, reason } }} choices={choices} />
    </>
  )
}

function hasErrors({ errors }: FormState): boolean {
  return Boolean(errors.reason ?? errors.length ?? errors.until)
}
