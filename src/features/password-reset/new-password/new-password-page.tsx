import type { FormState } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { NewPasswordField } from '../../accounts/passwords/new-password-field.tsx'
import type { OpenLink } from '../../email-links/queries.ts'

type Props = { link: OpenLink; token: string; form: FormState }

export const NewPasswordPage = ({ link: { username }, token, form }: Props) => (
  <Narrow>
    <PageHeader
      title="Set a new password"
      subtitle={`For @${username}. You'll be signed out everywhere, and sign in with the new one.`}
    />
    <Card>
      <Form action={routes.emailLinks.reset.href({ token })} once>
        <FormErrors errors={form.errors} hasOnlySecrets />
        {/* Tells password managers which account this is. */}
        <input type="text" name="username" value={username} autocomplete="username" hidden />
        <NewPasswordField form={form} name="newPassword" label="New password" />
        <Actions>
          <SubmitButton>Set password</SubmitButton>
        </Actions>
      </Form>
    </Card>
  </Narrow>
)
