import * as z from 'zod'
import { currentPassword, email } from '../../accounts/forms.ts'

export const emailForm = z.object({
  email,
  currentPassword: currentPassword.min(1, { error: 'Enter your current password' }),
})
