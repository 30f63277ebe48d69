import type { FormState } from '../../../../platform/forms/form.ts'
import { routes } from '../../../../routes.ts'
import { Actions, Form, FormErrors, SubmitButton } from '../../../../ui/forms/form.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { PageHeader } from '../../../../ui/page/page-header.tsx'
import { Narrow } from '../../../../ui/page/split.tsx'
import { CodeField } from '../../two-factor/code-field.tsx'

type Props = {
  form: FormState
  next: string | null
  kind: 'app' | 'recovery'
  supportAddress: string
}

export const CodePage = ({ form, next, kind, supportAddress }: Props) => (
  <Narrow>
    <PageHeader
      title="Enter your code"
      subtitle={
        kind === 'app'
          ? 'Your password is right. Now open your authenticator app.'
          : 'Your password is right. Now enter one of the codes that you saved when you set up two-factor sign-in.'
      }
    />
    <Card>
      <Form action={routes.signInCode.href({ next, use: kind === 'app' ? null : kind })}>
        <FormErrors errors={form.errors} hasOnlySecrets />
        <CodeField form={form} kind={kind} autofocus />
        <Actions>
          <SubmitButton>Sign in</SubmitButton>
          <OtherWay next={next} kind={kind} />
        </Actions>
      </Form>
      <p class="secondary mt-3">
        Have neither? Write to <a href={`mailto:${supportAddress}`}>{supportAddress}</a>, and an admin can let
        you in.
      </p>
      <p class="secondary">
        <a href={routes.signIn.href({ next })}>Sign in as somebody else</a>
      </p>
    </Card>
  </Narrow>
)

const OtherWay = ({ next, kind }: Pick<Props, 'next' | 'kind'>) =>
  kind === 'app' ? (
    <a href={routes.signInCode.href({ next, use: 'recovery' })}>Use a recovery code</a>
  ) : (
    <a href={routes.signInCode.href({ next })}>Use your authenticator app</a>
  )
