import type { FormState } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { SettingsForm, SettingsPage } from '../../accounts/settings/settings-page.tsx'
import { settingsPages } from '../../accounts/settings/settings-pages.ts'
import { SponsorFields } from '../sponsor-fields.tsx'

type Props = {
  viewer: Viewer
  form: FormState
  /** The new name that waits for an admin's approval, if any. */
  requestedName: string | null
}

export const SponsorSettingsPage = ({ viewer, form, requestedName }: Props) => (
  <SettingsPage viewer={viewer} tab="profile" title="Your profile" subtitle={subtitles[viewer.status]}>
    {requestedName === null ? null : (
      <StatusBar
        tone="wait"
        sentence={
          <>
            Your new name <strong dir="auto">{requestedName}</strong> waits for approval. Until then, your old
            one stays.
          </>
        }
      >
        <Form action={routes.settings.nameWithdrawal.href()}>
          <SubmitButton tone="outline">Withdraw</SubmitButton>
        </Form>
      </StatusBar>
    )}
    <SettingsForm form={form} action={settingsPages.profile.href}>
      <SponsorFields form={form} />
    </SettingsForm>
  </SettingsPage>
)

const subtitles: Record<Viewer['status'], string | undefined> = {
  active: 'Influencers read this before they reply to you.',
  pending: 'We read this before we approve your account.',
  rejected: 'Make the changes that the admin asked for and save them. Then resubmit your account.',
  deleting: undefined,
}
