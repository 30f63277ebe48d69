import * as z from 'zod'
import { optional } from '../../../platform/forms/fields.ts'
import { currentPassword, displayName, email, newPassword, timeZone } from '../account.schema.ts'

export const accountForm = z.object({
  displayName: displayName(80, 'Enter a name'),
  email,
  timeZone: timeZone,
  /** Only a new e-mail address needs it. */
  currentPassword: optional(currentPassword),
})

export const passwordForm = z.object({
  currentPassword: currentPassword.min(1, { error: 'Enter your current password' }),
  newPassword: newPassword,
})
