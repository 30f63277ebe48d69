import type { FormState } from '../../../../../platform/forms/form.ts'
import type { Viewer } from '../../../../../platform/http/context.ts'
import { routes } from '../../../../../routes.ts'
import { CurrentPasswordField } from '../../../passwords/current-password-field.tsx'
import { CodeField } from '../../../two-factor/code-field.tsx'
import { SettingsForm, SettingsPage } from '../../settings-page.tsx'

type Props = { viewer: Viewer; form: FormState; kind: 'app' | 'recovery' }

const { security } = routes.settings

export const RemovalPage = ({ viewer, form, kind }: Props) => (
  <SettingsPage
    viewer={viewer}
    tab="security"
    title="Switch off two-factor sign-in"
    subtitle="After that, your password alone is enough to sign in, and your recovery codes stop working. To move to another phone, switch it off here and set it up again."
  >
    <SettingsForm
      hasOnlySecrets
      form={form}
      action={security.twoFactorRemoval.href({ use: kind === 'app' ? null : kind })}
      submit="Switch off"
      hasPassword
      cancel={security.show.href()}
    >
      <CurrentPasswordField viewer={viewer} form={form} />
      <CodeField form={{ ...form, values: {} }} kind={kind} />
      <p>
        {kind === 'app' ? (
          <a href={security.twoFactorRemoval.href({ use: 'recovery' })}>Use a recovery code instead</a>
        ) : (
          <a href={security.twoFactorRemoval.href()}>Use your authenticator app instead</a>
        )}
      </p>
    </SettingsForm>
  </SettingsPage>
)
