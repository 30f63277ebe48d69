import * as z from 'zod'
import { name, optional } from '../../../../platform/forms/fields.ts'
import { accountFields, currentPassword } from '../../forms.ts'

export const accountForm = z.object({
  ...accountFields,
  /** Only needed for a new e-mail address. */
  currentPassword: optional(currentPassword),
})

/** Admins are the house, so their names may say so. */
export const adminAccountForm = accountForm.extend({
  displayName: name({ max: 80, required: 'Enter a name' }),
})

export type AccountForm = z.output<typeof accountForm>
