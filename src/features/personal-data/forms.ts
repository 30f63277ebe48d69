import * as z from 'zod'
import { currentPassword } from '../accounts/forms.ts'

export const deletionForm = z.object({
  currentPassword: currentPassword.min(1, { error: 'Enter your current password' }),
})
