import * as z from 'zod'
import { line } from '../../../platform/forms/fields.ts'

export const signInForm = z.object({
  username: line({ most: 254, required: 'Enter your username or e-mail' }).transform((text) =>
    text.toLowerCase(),
  ),
  password: z
    .string({ error: 'Enter your password' })
    .min(1, 'Enter your password')
    .max(1_000, 'That is too long'),
})
