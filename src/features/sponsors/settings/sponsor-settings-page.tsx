import type { FormState } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { SettingsForm, SettingsPage } from '../../accounts/settings/settings-page.tsx'
import { settingsPages } from '../../accounts/settings/settings-pages.ts'
import { SponsorFields } from '../sponsor-fields.tsx'

type Props = { viewer: Viewer; form: FormState }

export const SponsorSettingsPage = ({ viewer, form }: Props) => (
  <SettingsPage viewer={viewer} tab="profile" title="Your profile" subtitle={subtitles[viewer.status]}>
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
