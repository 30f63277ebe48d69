import * as z from 'zod'
import { currentPassword, newPassword } from '../../forms.ts'

export const passwordForm = z.object({
  currentPassword: currentPassword.min(1, { error: 'Enter your current password' }),
  newPassword,
})

export type PasswordForm = z.output<typeof passwordForm>
