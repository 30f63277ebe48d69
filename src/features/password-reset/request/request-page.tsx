import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { TextField } from '../../../ui/forms/field.tsx'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'

export const RequestPage = ({ form }: { form: FormState }) => (
  <Narrow>
    <PageHeader title="Forgot your password?" subtitle="We'll e-mail you a link to set a new one." />
    <Card>
      <Form action={routes.forgotPassword.request.href()}>
        <FormErrors errors={form.errors} />
        <TextField
          {...fieldProps(form, 'account')}
          label="Username or e-mail"
          autocomplete="username"
          required
          autofocus
        />
        <Actions>
          <SubmitButton>Send the link</SubmitButton>
          <a href={routes.signIn.href()}>Sign in</a>
        </Actions>
      </Form>
    </Card>
  </Narrow>
)

export const SentPage = ({ supportAddress }: { supportAddress: string }) => (
  <Narrow>
    <PageHeader title="Check your e-mail" />
    <Card>
      <p>
        If what you entered belongs to an account, we sent a link to its e-mail address. The link works once,
        and for one hour.
      </p>
      <p>
        Nothing there after a few minutes? Check your spam folder, and what you entered. We send at most three
        links an hour, and none to an address from which our mail came back. If you can't open that mailbox
        anymore, or nothing arrives there, write to <a href={`mailto:${supportAddress}`}>{supportAddress}</a>.
      </p>
      <Actions>
        <a href={routes.forgotPassword.request.href()}>Enter something else</a>
        <a href={routes.signIn.href()}>Sign in</a>
      </Actions>
    </Card>
  </Narrow>
)
