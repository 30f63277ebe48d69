import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { TextField } from '../../../ui/forms/field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Stack } from '../../../ui/page/split.tsx'
import { EmailState } from '../../accounts/settings/account/email-state.tsx'
import type { OwnAccount } from '../../accounts/settings/account/queries.ts'
import { SettingsForm, SettingsPage } from '../../accounts/settings/settings-page.tsx'

type Props = { viewer: Viewer; account: OwnAccount; form: FormState }

export const EmailPage = ({ viewer, account, form }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="account"
    title="Your e-mail address"
    subtitle="A new address counts when you have confirmed it. Until then, the old one stays."
  >
    <Stack>
      <Card title="Now">
        <EmailState account={account} />
      </Card>
      <SettingsForm
        form={form}
        action={routes.settings.email.show.href()}
        submit="Change address"
        cancel={routes.settings.account.href()}
      >
        <input type="text" name="username" value={viewer.username} autocomplete="username" hidden />
        <TextField
          {...fieldProps(form, 'email')}
          label="New e-mail address"
          hint="We'll send a link there, and tell the address that you have now."
          type="email"
          autocomplete="email"
          required
        />
        <TextField
          {...fieldProps(form, 'currentPassword')}
          label="Current password"
          type="password"
          autocomplete="current-password"
          required
        />
      </SettingsForm>
    </Stack>
  </SettingsPage>
)
