import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { TextField } from '../../../ui/forms/field.tsx'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'

type Props = { form: FormState; next: string | null }

export const SignInPage = ({ form, next }: Props) => (
  <Narrow>
    <PageHeader title="Sign in" subtitle={next ? promise(next) : undefined} />
    <Card>
      <Form action={routes.signIn.href({ next })}>
        <FormErrors errors={form.errors} labels={{ username: 'Username or e-mail' }} hasPassword />
        <TextField
          {...fieldProps(form, 'username')}
          label="Username or e-mail"
          hint="The e-mail address works once it is confirmed."
          autocomplete="username"
          required
          autofocus={!form.errors.password}
        />
        <TextField
          {...fieldProps(form, 'password')}
          label="Password"
          type="password"
          autocomplete="current-password"
          required
        />
        <Actions>
          <SubmitButton>Sign in</SubmitButton>
          <a href={routes.forgotPassword.request.href()}>Forgot password?</a>
          <a href={routes.signUp.choose.href()}>Create an account</a>
        </Actions>
      </Form>
    </Card>
  </Narrow>
)

/** What happens after signing in. `next` is where it leads. */
const promise = (next: string): string =>
  next.startsWith(routes.unsentForm.href({ token: '' }))
    ? "Your form hasn't been sent yet. Sign in, and it will be here as you typed it."
    : "After that, we'll take you to the page you requested."
