import { z } from 'zod'
import { optional } from '../../../platform/forms/fields.ts'
import { currentPassword, email, newPassword, shownName, timeZone } from '../account.schema.ts'

export const accountForm = z.object({
  display_name: shownName(80, 'Enter a name'),
  email,
  time_zone: timeZone,
  /** Only a new e-mail address needs it. */
  current_password: optional(currentPassword),
})

export const passwordForm = z.object({
  current_password: currentPassword.min(1, { error: 'Enter your current password' }),
  new_password: newPassword,
})
