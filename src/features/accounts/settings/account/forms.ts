import * as z from 'zod'
import { optional } from '../../../../platform/forms/fields.ts'
import { accountFields, currentPassword } from '../../forms.ts'

export const accountForm = z.object({
  ...accountFields,
  /** Only needed for a new e-mail address. */
  currentPassword: optional(currentPassword),
})

export type AccountForm = z.output<typeof accountForm>
