import type { FormState } from '../../../../../platform/forms/form.ts'
import type { Viewer } from '../../../../../platform/http/context.ts'
import { routes } from '../../../../../routes.ts'
import { Actions, Form, SubmitButton } from '../../../../../ui/forms/form.tsx'
import { Card } from '../../../../../ui/page/card.tsx'
import { CurrentPasswordField } from '../../../passwords/current-password-field.tsx'
import { SettingsForm, SettingsPage } from '../../settings-page.tsx'

const { security } = routes.settings

type ShownProps = { viewer: Viewer; codes: readonly string[] }

export const ShownCodesPage = ({ viewer, codes }: ShownProps) => (
  <SettingsPage
    viewer={viewer}
    tab="security"
    title="Your recovery codes"
    subtitle="If you lose your phone, each of these gets you in once. Save or print them now: we can't show them again."
  >
    <Card>
      <ol class="recovery-codes">
        {codes.map((code) => (
          <li>{code}</li>
        ))}
      </ol>
      <p class="secondary">
        Keep them where you can find them without your phone, such as in a password manager or on paper. Any
        older codes no longer work.
      </p>
      <Form action={security.recoveryCodesSaved.href()}>
        <Actions>
          <SubmitButton>I've saved them</SubmitButton>
          <a
            class="btn btn-outline"
            href={asTextFile(codes, viewer.username)}
            download="parley-recovery-codes.txt"
          >
            Download
          </a>
        </Actions>
      </Form>
    </Card>
  </SettingsPage>
)

type FormProps = { viewer: Viewer; form: FormState }

export const NewCodesPage = ({ viewer, form }: FormProps) => (
  <SettingsPage
    viewer={viewer}
    tab="security"
    title="New recovery codes"
    subtitle="You'll get ten new codes. The ones that you have now will stop working."
  >
    <SettingsForm
      hasOnlySecrets
      form={form}
      action={security.recoveryCodes.href()}
      submit="Make new codes"
      hasPassword
      cancel={security.show.href()}
    >
      <CurrentPasswordField viewer={viewer} form={form} />
    </SettingsForm>
  </SettingsPage>
)

function asTextFile(codes: readonly string[], username: string): string {
  const text = ['Recovery codes for Parley', `Account: ${username}`, '', ...codes, ''].join('\r\n')
  return `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`
}
