import type { Child } from 'hono/jsx'
import { type FormState, fieldProps } from '../../platform/forms/form.ts'
import { routes } from '../../routes.ts'
import { TextField } from '../../ui/forms/field.tsx'
import { Actions, ButtonLink, FieldRow, Form, FormErrors, SubmitButton } from '../../ui/forms/form.tsx'
import { TimeZoneField } from '../../ui/forms/place-fields.tsx'
import { Card } from '../../ui/page/card.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Narrow, Stack, Tiles } from '../../ui/page/split.tsx'
import { InfluencerFields, SponsorFields } from '../sponsors/profile-fields.tsx'

type Props = { form: FormState }

export const ChooseRolePage = () => (
  <Narrow>
    <PageHeader title="Make an account" subtitle="What do you come for?" />
    <Tiles>
      <Card title="I have something to promote">
        <p>As a sponsor you run campaigns, find influencers and agree on terms with them.</p>
        <p class="secondary">An admin looks at new sponsors first.</p>
        <ButtonLink href={routes.signUp.sponsor.href()}>Sign up as a sponsor</ButtonLink>
      </Card>
      <Card title="I have an audience">
        <p>As an influencer you keep a public page, apply to campaigns and answer requests.</p>
        <p class="secondary">You can start at once.</p>
        <ButtonLink href={routes.signUp.influencer.href()}>Sign up as an influencer</ButtonLink>
      </Card>
    </Tiles>
    <SignInInstead />
  </Narrow>
)

export const SponsorSignUpPage = ({ form }: Props) => (
  <SignUpPage
    form={form}
    title="Sign up as a sponsor"
    subtitle="An admin looks at what you say here, and you hear by mail. Until then you can correct it."
    action={routes.signUp.sponsor.href()}
    nameHint="How others see you; the company's name unless you say."
  >
    <SponsorFields form={form} />
  </SignUpPage>
)

export const InfluencerSignUpPage = ({ form }: Props) => (
  <SignUpPage
    form={form}
    title="Sign up as an influencer"
    subtitle="Your public page is there at once. Channels and prices come after."
    action={routes.signUp.influencer.href()}
    nameHint="How others see you; the username unless you say."
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
    <Form action={action}>
      <FormErrors errors={form.errors} />
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
        hint="Letters a to z, digits, dots, hyphens, underscores."
        autocomplete="username"
        required
      />
      <TextField {...fieldProps(form, 'displayName')} label="Name" hint={nameHint} autocomplete="name" />
    </FieldRow>
    <TextField {...fieldProps(form, 'email')} label="E-mail" type="email" autocomplete="email" required />
    <TextField
      {...fieldProps(form, 'password')}
      label="Password"
      hint="At least 8 characters. Several words in a row are good."
      type="password"
      autocomplete="new-password"
      required
    />
    <TimeZoneField form={form} />
  </>
)

const SignInInstead = () => (
  <p class="secondary mt-3">
    You have an account already? <a href={routes.signIn.href()}>Sign in</a>
  </p>
)
