import { routes } from '../../../routes.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { Hidden } from '../../../ui/forms/field.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow, Stack } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { Consequences } from '../../personal-data/deletion/consequences.tsx'
import { AskForFile, FileState } from '../../personal-data/export/file-state.tsx'
import { mayDeleteFor, NOT_FOR_ADMINS } from '../../personal-data/policy.ts'
import { AccountState } from '../users/account-state.tsx'
import type { PersonSummary, PersonWithData } from './queries.ts'

type Props = PersonWithData & {
  /** Whether it is the admin's own account. */
  isOwn: boolean
  /** Why the last wish was refused. */
  refusal?: string | undefined
}

/** What an admin can do about a person's data on their behalf. */
export const PersonDataPage = ({ person, state: { file, deletion, hasRunning }, isOwn, refusal }: Props) => (
  <Narrow>
    <Breadcrumbs
      trail={[
        { label: 'People', href: routes.admin.users.href() },
        { label: person.name, href: routes.admin.user.href({ userId: person.id }) },
      ]}
      here="Data"
    />
    <PageHeader
      title={`Data of ${person.name}`}
      subtitle={`@${person.username}`}
      aside={<AccountState status={person.status} />}
    />
    {refusal === undefined ? null : <StatusBar tone="off" sentence={refusal} />}
    {deletion && person.status === 'deleting' ? <Deleting person={person} dueAt={deletion.dueAt} /> : null}
    {person.status === 'deleted' ? (
      <p>
        This account was deleted{deletion ? <> on {<Time at={deletion.dueAt} as="date" />}</> : null}. Nothing
        is left to export.
      </p>
    ) : (
      <Stack>
        <Card title="Copy of their data">
          <p>
            For people who cannot ask for it themselves. Parley e-mails them a link. You don't get to see the
            file.
          </p>
          {file ? <FileState file={file} isOwner={false} /> : null}
          <AskForFile file={file}>
            <Form action={routes.admin.personalData.exports.href({ userId: person.id })}>
              <SubmitButton tone="outline">Send them a copy</SubmitButton>
            </Form>
          </AskForFile>
        </Card>
        {deletion ? null : <Delete person={person} hasRunning={hasRunning} isOwn={isOwn} />}
      </Stack>
    )}
  </Narrow>
)

type DeleteProps = { person: PersonSummary; hasRunning: boolean; isOwn: boolean }

const Delete = (props: DeleteProps) => (
  <Card title="Delete the account">
    <DeleteOrWhyNot {...props} />
  </Card>
)

const DeleteOrWhyNot = ({ person, hasRunning, isOwn }: DeleteProps) => {
  if (isOwn) {
    return (
      <p>
        This is your own account. You can delete it{' '}
        <a href={routes.settings.data.show.href()}>in your settings</a>.
      </p>
    )
  }
  if (!mayDeleteFor(person)) return <p>{NOT_FOR_ADMINS}</p>
  if (hasRunning) {
    return <p>They have an agreement that has not ended. The account can be deleted when it has.</p>
  }
  return (
    <>
      <p>
        Only if they asked for it.{' '}
        {person.status === 'suspended'
          ? 'They get an e-mail and have 14 days to write to us if they want to keep their account.'
          : 'They get an e-mail and have 14 days to keep their account.'}
      </p>
      <details class="mb-3">
        <summary>What they read before they delete it themselves</summary>
        <Consequences role={person.role} />
      </details>
      <ConfirmDialog
        label="Delete account…"
        question={`Delete the account of ${person.name}?`}
        explain={`It is closed at once, and deleted in 14 days. Until then, ${
          person.status === 'suspended' ? 'only admins' : 'they and admins'
        } can stop it.`}
        action={routes.admin.personalData.deletion.href({ userId: person.id })}
        confirm="Delete account"
      >
        <Hidden name="version" value={person.version} />
      </ConfirmDialog>
    </>
  )
}

const Deleting = ({ person, dueAt }: { person: PersonSummary; dueAt: number }) => (
  <StatusBar
    tone="wait"
    sentence={
      <>
        This account is going to be deleted on <Time at={dueAt} />.
      </>
    }
  >
    {mayDeleteFor(person) ? <StopDeletion person={person} /> : null}
  </StatusBar>
)

const StopDeletion = ({ person }: { person: PersonSummary }) => (
  <ConfirmDialog
    label="Stop the deletion…"
    labelTone="outline"
    tone="primary"
    question={`Keep the account of ${person.name}?`}
    explain="Everything will be as it was before. We e-mail them about it."
    action={routes.admin.personalData.deletionEnd.href({ userId: person.id })}
    confirm="Keep the account"
  >
    <Hidden name="version" value={person.version} />
  </ConfirmDialog>
)
