import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { TextField } from '../../../ui/forms/field.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Stack } from '../../../ui/page/split.tsx'
import { CurrentPasswordField } from '../../accounts/passwords/current-password-field.tsx'
import { EmailState } from '../../accounts/settings/account/email-state.tsx'
import type { OwnAccount } from '../../accounts/settings/account/queries.ts'
import { SettingsForm, SettingsPage } from '../../accounts/settings/settings-page.tsx'

type Props = { viewer: Viewer; account: OwnAccount; form: FormState }

export const EmailPage = ({ viewer, account, form }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="account"
    title="Your e-mail address"
    subtitle="A new address takes effect when you confirm it. Until then, we keep using the old one."
  >
    <Stack>
      <Card>
        <EmailState account={account} />
      </Card>
      <SettingsForm
        hasPassword
        labels={{ email: 'New e-mail address' }}
        form={form}
        action={routes.settings.email.show.href()}
        submit="Change address"
        cancel={routes.settings.account.href()}
      >
        <TextField
          {...fieldProps(form, 'email')}
          label="New e-mail address"
          hint="We'll send a link to it, and a note to your current address."
          type="email"
          autocomplete="email"
          required
        />
        <CurrentPasswordField viewer={viewer} form={form} />
      </SettingsForm>
    </Stack>
  </SettingsPage>
)
