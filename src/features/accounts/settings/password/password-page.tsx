import type { FormState } from '../../../../platform/forms/form.ts'
import type { Viewer } from '../../../../platform/http/context.ts'
import { CurrentPasswordField } from '../../passwords/current-password-field.tsx'
import { NewPasswordField } from '../../passwords/new-password-field.tsx'
import { SettingsForm, SettingsPage } from '../settings-page.tsx'
import { settingsPages } from '../settings-pages.ts'

type Props = { viewer: Viewer; form: FormState }

export const PasswordPage = ({ viewer, form }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="password"
    title="Your password"
    subtitle="Changing your password signs you out on all other devices."
  >
    <SettingsForm hasOnlySecrets form={form} action={settingsPages.password.href} submit="Change password">
      <CurrentPasswordField viewer={viewer} form={form} />
      <NewPasswordField form={form} name="newPassword" label="New password" />
    </SettingsForm>
  </SettingsPage>
)
