import type { FormState } from '../../../../../platform/forms/form.ts'
import type { Viewer } from '../../../../../platform/http/context.ts'
import { routes } from '../../../../../routes.ts'
import { StatusBar } from '../../../../../ui/feedback/status-bar.tsx'
import { CurrentPasswordField } from '../../../passwords/current-password-field.tsx'
import { CodeField } from '../../../two-factor/code-field.tsx'
import { QrCode } from '../../../two-factor/qr-code.tsx'
import { inGroups, otpauthUri } from '../../../two-factor/totp.ts'
import { SettingsForm, SettingsPage } from '../../settings-page.tsx'

type Props = { viewer: Viewer; form: FormState }

const { security } = routes.settings

/** The first step: the password. */
export const StartPage = ({ viewer, form, isNeeded }: Props & { isNeeded: boolean }) => (
  <SettingsPage
    viewer={viewer}
    tab="security"
    title="Set up two-factor sign-in"
    subtitle="You'll need your phone with an authenticator app, such as Google Authenticator, 1Password or Aegis."
  >
    {isNeeded ? (
      <StatusBar sentence="Admins need two-factor sign-in. Once it is set up, you can use the admin pages." />
    ) : null}
    <SettingsForm
      hasOnlySecrets
      form={form}
      action={security.twoFactor.href()}
      submit="Continue"
      hasPassword
      cancel={security.show.href()}
    >
      <CurrentPasswordField viewer={viewer} form={form} />
    </SettingsForm>
  </SettingsPage>
)

/** The second step: scan the code, and prove that it worked. */
export const SetupPage = ({ viewer, form, secret }: Props & { secret: string }) => (
  <SettingsPage
    viewer={viewer}
    tab="security"
    title="Connect your app"
    subtitle="Scan this with your authenticator app. It then shows a new code every 30 seconds."
  >
    <SettingsForm
      hasOnlySecrets
      form={form}
      action={security.twoFactorSetup.href()}
      submit="Switch on"
      cancel={security.show.href()}
    >
      <div class="authenticator">
        <QrCode
          text={otpauthUri(secret, viewer.username)}
          label="QR code for your authenticator app. It holds the key that is written beside it."
        />
        <div>
          <p>Can't scan it? Add an account to your app by hand, and type this key:</p>
          <p class="authenticator-key">{inGroups(secret)}</p>
          <p class="secondary">
            Name: Parley, {viewer.username}. Kind: time-based. Keep the key to yourself.
          </p>
        </div>
      </div>
      <CodeField form={{ ...form, values: {} }} kind="app" />
    </SettingsForm>
  </SettingsPage>
)
