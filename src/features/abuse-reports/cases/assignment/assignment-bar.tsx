import { routes } from '../../../../routes.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { StatusBar } from '../../../../ui/feedback/status-bar.tsx'
import { Select } from '../../../../ui/forms/choice.tsx'
import { Hidden } from '../../../../ui/forms/field.tsx'
import { Form, SubmitButton } from '../../../../ui/forms/form.tsx'
import { Time } from '../../../../ui/values/time.tsx'
import { dismissalReasons } from '../../dismissal-reasons.ts'
import type { AbuseCase, Admin, CaseFile } from '../queries.ts'

type Props = { file: CaseFile; viewerId: UserId }

/** Who has the case, with the buttons to change that; or how it was decided. */
export const AssignmentBar = ({ file: { found, admins }, viewerId }: Props) => {
  if (found.state !== 'open') return <Decision found={found} />
  const { assignee } = found
  const others = admins.filter(({ id }) => id !== viewerId && id !== assignee?.id)
  return (
    <StatusBar
      tone={assignee?.id === viewerId ? 'move' : 'wait'}
      sentence={
        assignee === null ? (
          'Nobody has this case yet.'
        ) : (
          <>
            <strong>{assignee.id === viewerId ? 'You have' : `${assignee.name} has`} this case</strong> since{' '}
            <Time at={found.assignedAt ?? found.openedAt} />.
          </>
        )
      }
    >
      {assignee?.id === viewerId ? null : (
        <Give found={found} to={viewerId} label={assignee === null ? 'Take case' : 'Take over'} />
      )}
      {assignee?.id === viewerId ? <GiveBack found={found} /> : null}
      {others.length > 0 ? <GiveToOther found={found} admins={others} /> : null}
    </StatusBar>
  )
}

const Give = ({ found, to, label }: { found: AbuseCase; to: UserId; label: string }) => (
  <Form action={routes.admin.abuseReports.assignment.href({ caseId: found.id })}>
    <Seen found={found} />
    <Hidden name="assignee" value={to} />
    <SubmitButton tone="outline">{label}</SubmitButton>
  </Form>
)

const GiveBack = ({ found }: { found: AbuseCase }) => (
  <Form action={routes.admin.abuseReports.assignmentEnd.href({ caseId: found.id })}>
    <Seen found={found} />
    <SubmitButton tone="quiet">Give back</SubmitButton>
  </Form>
)

const GiveToOther = ({ found, admins }: { found: AbuseCase; admins: readonly Admin[] }) => (
  <details class="give-case">
    <summary class="btn btn-quiet">Give to…</summary>
    <Form action={routes.admin.abuseReports.assignment.href({ caseId: found.id })}>
      <Seen found={found} />
      <Select
        name="assignee"
        label="Admin"
        options={admins.map(({ id, name, username }) => ({
          value: String(id),
          label: `${name} (@${username})`,
        }))}
      />
      <SubmitButton tone="outline">Give case</SubmitButton>
    </Form>
  </details>
)

// Who had it on this page, so that two admins cannot both take it.
const Seen = ({ found }: { found: AbuseCase }) => <Hidden name="seen" value={found.assignee?.id ?? ''} />

const Decision = ({ found: { state, closedAt, closedBy, dismissalReason, note } }: { found: AbuseCase }) => (
  <StatusBar
    tone={state === 'upheld' ? 'done' : 'wait'}
    sentence={
      <>
        <strong>{state === 'upheld' ? 'Upheld' : 'Dismissed'}</strong>
        {closedBy ? ` by ${closedBy}` : ''}
        {closedAt === null ? null : (
          <>
            {' '}
            on <Time at={closedAt} />
          </>
        )}
        .{dismissalReason ? ` ${dismissalReasons[dismissalReason].label}.` : ''}
        {note ? ` Note: ${note}` : ''}
      </>
    }
  />
)
