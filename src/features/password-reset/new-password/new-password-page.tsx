import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Radios } from '../../../ui/forms/choice.tsx'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { NewPasswordField } from '../../accounts/passwords/new-password-field.tsx'
import type { OpenReset, ResetAccount } from '../queries.ts'

type Props = { reset: OpenReset; token: string; form: FormState }

export const NewPasswordPage = ({ reset, token, form }: Props) => (
  <Narrow>
    <PageHeader title="Set a new password" subtitle={<Subtitle reset={reset} />} />
    <Card>
      <Form action={routes.emailLinks.reset.href({ token })} once>
        <FormErrors
          errors={form.errors}
          labels={{ account: 'Your account' }}
          hasOnlySecrets={reset.accounts.length === 1}
          hasPassword
        />
        {reset.accounts.length === 1 ? (
          // Tells password managers which account this is.
          <input
            type="text"
            name="username"
            value={reset.accounts[0].username}
            autocomplete="username"
            hidden
          />
        ) : (
          <AccountChoice accounts={reset.accounts} form={form} />
        )}
        <NewPasswordField form={form} name="newPassword" label="New password" />
        <Actions>
          <SubmitButton>Set password</SubmitButton>
        </Actions>
      </Form>
    </Card>
  </Narrow>
)

/** None is chosen already: somebody else may have signed up with this address. */
const AccountChoice = ({ accounts, form }: { accounts: readonly ResetAccount[]; form: FormState }) => (
  <Radios
    {...fieldProps(form, 'account')}
    legend="Your account"
    required
    hint="Your address will belong to the account that you choose, and to no other."
    options={accounts.map(({ username, displayName, createdAt }) => ({
      value: username,
      label: `@${username}`,
      hint: (
        <>
          <bdi>{displayName}</bdi>, signed up on <Time at={createdAt} as="date" />
        </>
      ),
    }))}
  />
)

const Subtitle = ({ reset: { address, accounts } }: { reset: OpenReset }) =>
  accounts.length === 1 ? (
    <>For @{accounts[0].username}. You'll be signed out everywhere, and sign in with the new one.</>
  ) : (
    <>
      {accounts.length} accounts were created with <bdi>{address}</bdi>. Choose yours. You'll be signed out of
      it everywhere, and sign in with the new password.
    </>
  )
