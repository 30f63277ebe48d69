import type { FormState } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { NewPasswordField } from '../../accounts/passwords/new-password-field.tsx'
import type { OpenLink } from '../../email-links/queries.ts'

type Props = { link: OpenLink; token: string; form: FormState }

export const UndoPage = ({ link: { address, username }, token, form }: Props) => (
  <Narrow>
    <PageHeader
      title="Take your account back"
      subtitle={
        <>
          <bdi>{address}</bdi> becomes the address of @{username} again, and everybody is signed out.
        </>
      }
    />
    <Card>
      <Form action={routes.emailLinks.undo.href({ token })} once>
        <FormErrors errors={form.errors} hasOnlySecrets />
        <p>Whoever changed the address knew your password, so it needs a new one.</p>
        <input type="text" name="username" value={username} autocomplete="username" hidden />
        <NewPasswordField form={form} name="newPassword" label="New password" />
        <Actions>
          <SubmitButton>Undo the change</SubmitButton>
        </Actions>
      </Form>
    </Card>
  </Narrow>
)
