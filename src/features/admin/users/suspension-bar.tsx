import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { Hidden, TextArea } from '../../../ui/forms/field.tsx'
import { statusNames } from './filters.ts'
import type { UserProfile } from './queries.ts'
import { type Before, canSuspend, endSuspension } from './suspension.ts'

type Props = { user: UserProfile; before: Before; form: FormState }

/** Whether the account is suspended, with the button to change that. */
export const SuspensionBar = ({ user, before, form }: Props) => {
  if (user.status === 'suspended') return <Suspended user={user} before={before} />
  if (!canSuspend(user)) return null
  return (
    <StatusBar
      tone="wait"
      sentence={user.statusReason ? `Reason: ${user.statusReason}` : 'This account can sign in.'}
    >
      <Suspend user={user} form={form} />
    </StatusBar>
  )
}

const Suspend = ({ user: { id, name, version }, form }: { user: UserProfile; form: FormState }) => (
  <ConfirmDialog
    label="Suspend…"
    question={`Suspend ${name}?`}
    explain="They'll be signed out everywhere and see your reason the next time they sign in."
    action={routes.admin.suspension.href({ userId: id })}
    confirm="Suspend"
    open={form.errors.reason !== undefined}
  >
    <Hidden name="version" value={version} />
    <TextArea {...fieldProps(form, 'reason')} label="Reason" counter={1_000} required />
  </ConfirmDialog>
)

const Suspended = ({ user, before }: { user: UserProfile; before: Before }) => {
  const after = endSuspension(user, before)
  return (
    <StatusBar
      tone="off"
      sentence={
        <>
          <strong>This account is suspended.</strong> {user.statusReason}
        </>
      }
    >
      <ConfirmDialog
        label="End suspension…"
        labelTone="outline"
        tone="primary"
        question={`End the suspension of ${user.name}?`}
        explain={
          after.ok
            ? `Their account goes back to the status it had before: ${statusNames[after.value.status].toLowerCase()}.`
            : null
        }
        action={routes.admin.suspensionEnd.href({ userId: user.id })}
        confirm="End suspension"
      >
        <Hidden name="version" value={user.version} />
      </ConfirmDialog>
    </StatusBar>
  )
}
