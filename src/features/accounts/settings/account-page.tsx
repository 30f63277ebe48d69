import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { TextField } from '../../../ui/forms/field.tsx'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { TimeZoneField } from '../../../ui/forms/place-fields.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { SettingsPage } from './settings-page.tsx'

type Props = { viewer: Viewer; form: FormState }

export const AccountPage = ({ viewer, form }: Props) => (
  <Narrow>
    <SettingsPage
      viewer={viewer}
      title="Your account"
      subtitle={`You sign in as ${viewer.username}, or with your e-mail address.`}
      here={routes.settings.account.href()}
    >
      <Card>
        <Form action={routes.settings.account.href()}>
          <FormErrors errors={form.errors} />
          <TextField {...fieldProps(form, 'displayName')} label="Name" autocomplete="name" required />
          <TimeZoneField form={form} />
          <TextField
            {...fieldProps(form, 'email')}
            label="E-mail"
            type="email"
            autocomplete="email"
            required
          />
          <TextField
            {...fieldProps(form, 'currentPassword')}
            label="Current password"
            hint="Only needed for a new e-mail address."
            type="password"
            autocomplete="current-password"
          />
          <Actions>
            <SubmitButton>Save</SubmitButton>
          </Actions>
        </Form>
      </Card>
    </SettingsPage>
  </Narrow>
)

export const PasswordPage = ({ viewer, form }: Props) => (
  <Narrow>
    <SettingsPage
      viewer={viewer}
      title="Your password"
      subtitle="A new one signs out all your other devices."
      here={routes.settings.password.href()}
    >
      <Card>
        <Form action={routes.settings.password.href()}>
          <FormErrors errors={form.errors} />
          {/* Tells a password manager whose password this is. */}
          <input type="text" name="username" value={viewer.username} autocomplete="username" hidden />
          <TextField
            {...fieldProps(form, 'currentPassword')}
            label="Current password"
            type="password"
            autocomplete="current-password"
            required
          />
          <TextField
            {...fieldProps(form, 'newPassword')}
            label="New password"
            hint="At least 8 characters. Several words in a row are good."
            type="password"
            autocomplete="new-password"
            required
          />
          <Actions>
            <SubmitButton>Change password</SubmitButton>
          </Actions>
        </Form>
      </Card>
    </SettingsPage>
  </Narrow>
)
