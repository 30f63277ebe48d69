import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { TextField } from '../../../ui/forms/field.tsx'

type Props = { viewer: Viewer; form: FormState; hint?: string }

/** Asks for the password again, for what a session alone must not be enough for. */
export const CurrentPasswordField = ({ viewer, form, hint }: Props) => (
  <>
    {/* Tells password managers which account this is. */}
    <input type="text" name="username" value={viewer.username} autocomplete="username" hidden />
    <TextField
      {...fieldProps(form, 'currentPassword')}
      label="Current password"
      hint={hint}
      type="password"
      autocomplete="current-password"
      required
    />
  </>
)
