import { type FormState, fieldProps } from '../../../../platform/forms/form.ts'
import type { Viewer } from '../../../../platform/http/context.ts'
import { routes } from '../../../../routes.ts'
import { TextField } from '../../../../ui/forms/field.tsx'
import { TimeZoneField } from '../../../../ui/forms/place-fields.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { Stack } from '../../../../ui/page/split.tsx'
import { SettingsForm, SettingsPage } from '../settings-page.tsx'
import { settingsPages } from '../settings-pages.ts'
import { EmailState } from './email-state.tsx'
import type { OwnAccount } from './queries.ts'

type Props = { viewer: Viewer; account: OwnAccount; form: FormState }

export const AccountPage = ({ viewer, account, form }: Props) => (
  <SettingsPage viewer={viewer} tab="account" title="Your account" subtitle={signInText(account)}>
    <Stack>
      <SettingsForm form={form} action={settingsPages.account.href}>
        <TextField
          {...fieldProps(form, 'displayName')}
          label="Name"
          hint="Shown to others."
          autocomplete="name"
          required
        />
        <TimeZoneField form={form} />
      </SettingsForm>
      <Card title="E-mail" aside={<a href={routes.settings.email.show.href()}>Change address</a>}>
        <EmailState account={account} />
      </Card>
    </Stack>
  </SettingsPage>
)

function signInText({ username, isEmailConfirmed }: OwnAccount): string {
  return isEmailConfirmed
    ? `You sign in as ${username} or with your e-mail address.`
    : `You sign in as ${username}, and with your e-mail address too once it is confirmed.`
}
