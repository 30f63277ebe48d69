import { type FormState, fieldProps } from '../../../../platform/forms/form.ts'
import type { Viewer } from '../../../../platform/http/context.ts'
import { TextField } from '../../../../ui/forms/field.tsx'
import { TimeZoneField } from '../../../../ui/forms/place-fields.tsx'
import { SettingsForm, SettingsPage } from '../settings-page.tsx'
import { settingsPages } from '../settings-pages.ts'

type Props = { viewer: Viewer; form: FormState }

export const AccountPage = ({ viewer, form }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="account"
    title="Your account"
    subtitle={`You sign in as ${viewer.username} or with your e-mail address.`}
  >
    <SettingsForm form={form} action={settingsPages.account.href} hasPassword>
      <TextField
        {...fieldProps(form, 'displayName')}
        label="Name"
        hint="Shown to others."
        autocomplete="name"
        required
      />
      <TimeZoneField form={form} />
      <TextField {...fieldProps(form, 'email')} label="E-mail" type="email" autocomplete="email" required />
      <TextField
        {...fieldProps(form, 'currentPassword')}
        label="Current password"
        hint="Only needed to change your e-mail address."
        type="password"
        autocomplete="current-password"
      />
    </SettingsForm>
  </SettingsPage>
)
