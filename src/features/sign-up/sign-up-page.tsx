import type { Child } from 'hono/jsx'
import { type FormState, fieldProps } from '../../platform/forms/form.ts'
import { routes } from '../../routes.ts'
import { TextField } from '../../ui/forms/field.tsx'
import { Actions, FieldRow, Form, FormErrors, SubmitButton } from '../../ui/forms/form.tsx'
import { TimeZoneField } from '../../ui/forms/place-fields.tsx'
import { Card } from '../../ui/page/card.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Narrow, Stack } from '../../ui/page/split.tsx'
import { NewPasswordField } from '../accounts/passwords/new-password-field.tsx'
import { UNVISITED_DAYS } from '../accounts/unconfirmed.ts'
import { InfluencerFields } from '../influencers/influencer-fields.tsx'
import { SponsorFields } from '../sponsors/sponsor-fields.tsx'
import { SignInInstead } from './sign-in-instead.tsx'

type Props = { form: FormState }

export const SponsorSignUpPage = ({ form }: Props) => (
  <SignUpPage
    form={form}
    title="Sign up as a sponsor"
    subtitle="We review new sponsors, which usually takes one business day. We'll e-mail you when we're done. You can edit your profile in the meantime."
    action={routes.signUp.sponsor.href()}
    nameHint="Shown to others. Defaults to your company name."
  >
    <SponsorFields form={form} />
  </SignUpPage>
)

export const InfluencerSignUpPage = ({ form }: Props) => (
  <SignUpPage
    form={form}
    title="Sign up as an influencer"
    subtitle="Your public page goes live right away. You can add channels and prices later."
    action={routes.signUp.influencer.href()}
    nameHint="Shown to others. Defaults to your username."
  >
    <InfluencerFields form={form} />
  </SignUpPage>
)

type SignUpProps = Props & {
  title: string
  subtitle: string
  action: string
  nameHint: string
  children?: Child
}

const SignUpPage = ({ form, title, subtitle, action, nameHint, children }: SignUpProps) => (
  <Narrow>
    <PageHeader title={title} subtitle={subtitle} />
    <Form action={action} once>
      <FormErrors errors={form.errors} hasPassword />
      <Stack>
        <Card title="Your account">
          <AccountFields form={form} nameHint={nameHint} />
        </Card>
        <Card title="Your profile">{children}</Card>
      </Stack>
      <Actions>
        <SubmitButton>Sign up</SubmitButton>
      </Actions>
    </Form>
    <SignInInstead />
  </Narrow>
)

const AccountFields = ({ form, nameHint }: Props & { nameHint: string }) => (
  <>
    <FieldRow>
      <TextField
        {...fieldProps(form, 'username')}
        label="Username"
        hint="Letters a to z, digits, dots, hyphens and underscores."
        autocomplete="username"
        required
      />
      <TextField {...fieldProps(form, 'displayName')} label="Name" hint={nameHint} autocomplete="name" />
    </FieldRow>
    <TextField
      {...fieldProps(form, 'email')}
      label="E-mail"
      hint={`We'll send a link there to confirm it. We remove accounts without a confirmed address after ${UNVISITED_DAYS} days without a visit.`}
      type="email"
      autocomplete="email"
      required
    />
    <NewPasswordField form={form} name="password" label="Password" />
    <TimeZoneField form={form} isGuess={Object.keys(form.errors).length === 0} />
  </>
)
