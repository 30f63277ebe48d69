import type { Child } from 'hono/jsx'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow, Stack } from '../../../ui/page/split.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Time } from '../../../ui/values/time.tsx'
import { SettingsPage } from '../../accounts/settings/settings-page.tsx'
import { AskForFile, FileState } from '../export/file-state.tsx'
import { mayKeep } from '../policy.ts'
import type { AccountDeletion, PersonalDataState } from '../queries.ts'

type Props = {
  viewer: Viewer
  state: PersonalDataState
  /** Why the last wish was refused. */
  refusal?: string | undefined
}

export const DataPage = ({ viewer, state, refusal }: Props) => {
  const content = (
    <>
      {refusal === undefined ? null : <StatusBar tone="off" sentence={refusal} />}
      <Stack>
        <DownloadCard state={state} />
        {state.deletion ? null : <DeleteCard />}
      </Stack>
    </>
  )
  if (state.deletion) return <Deleting deletion={state.deletion}>{content}</Deleting>
  return (
    <SettingsPage
      viewer={viewer}
      tab="data"
      title="Your data"
      subtitle="Everything that Parley stores about you: take it with you, or have it deleted."
    >
      {content}
    </SettingsPage>
  )
}

/** The only page of somebody whose account is going to be deleted. */
const Deleting = ({ deletion, children }: { deletion: AccountDeletion; children?: Child }) => {
  const canKeep = mayKeep(deletion, useLocale().now)
  return (
    <Narrow>
      <PageHeader title="Your account is going to be deleted" />
      <StatusBar
        sentence={
          <>
            We'll delete it on <Time at={deletion.dueAt} />.{' '}
            {canKeep
              ? 'Until then, you can keep it, and everything will be as it was.'
              : 'Your account was suspended before, so only an admin can stop that.'}
          </>
        }
      >
        {canKeep ? (
          <Form action={routes.settings.data.deletionEnd.href()}>
            <SubmitButton>Keep my account</SubmitButton>
          </Form>
        ) : null}
      </StatusBar>
      {children}
    </Narrow>
  )
}

const DownloadCard = ({ state: { file } }: { state: PersonalDataState }) => (
  <Card title="Download your data">
    <p>
      A ZIP file with everything about your account: your profile, campaigns, requests with their offers and
      messages, and more. We'll e-mail you when it's ready. We keep the file for 7 days, and make at most one
      a day.
    </p>
    {file ? <FileState file={file} isOwner /> : null}
    <AskForFile file={file}>
      <Form action={routes.settings.data.exports.href()}>
        <SubmitButton tone="outline">{file ? 'Prepare a new file' : 'Prepare the file'}</SubmitButton>
      </Form>
    </AskForFile>
  </Card>
)

const DeleteCard = () => (
  <Card title="Delete your account">
    <p>
      Your profile, your campaigns and your messages are removed. You have 14 days to change your mind. The
      next page says exactly what goes and what stays.
    </p>
    <ButtonLink tone="danger" href={routes.settings.data.deletion.href()}>
      Delete account…
    </ButtonLink>
  </Card>
)
