import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { TextField } from '../../../ui/forms/field.tsx'

type Props = { form: FormState; kind: 'app' | 'recovery'; autofocus?: boolean }

/** The field `code`: six digits of an authenticator app, or a recovery code. */
export const CodeField = ({ form, kind, autofocus }: Props) =>
  kind === 'app' ? (
    <TextField
      {...fieldProps(form, 'code')}
      label="Code"
      hint="The 6 digits that your app shows for Parley."
      autocomplete="one-time-code"
      inputmode="numeric"
      autofocus={autofocus}
      required
    />
  ) : (
    <TextField
      {...fieldProps(form, 'code')}
      label="Recovery code"
      hint="Like 7K3M-9QZ2-4HXT-VB8E. Each works once."
      autocomplete="off"
      autofocus={autofocus}
      required
    />
  )
