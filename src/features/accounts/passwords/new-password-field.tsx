import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { TextField } from '../../../ui/forms/field.tsx'
import { MIN_LENGTH } from './password-rules.ts'

type Props = { form: FormState; name: string; label: string }

export const NewPasswordField = ({ form, name, label }: Props) => (
  <TextField
    {...fieldProps(form, name)}
    label={label}
    hint={`At least ${MIN_LENGTH} characters. Several words in a row work well.`}
    type="password"
    autocomplete="new-password"
    required
  />
)
