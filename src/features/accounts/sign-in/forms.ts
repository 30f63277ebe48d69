import * as z from 'zod'
import { line } from '../../../platform/forms/fields.ts'
import { localPath } from '../../../platform/http/next-path.ts'
import { emailOrName } from '../../../shared/web/email-address.ts'

export const signInForm = z.object({
  /** Or an e-mail address. */
  username: line({ max: 300, required: 'Enter your username or e-mail' }).transform(emailOrName),
  password: z
    .string({ error: 'Enter your password' })
    .min(1, 'Enter your password')
    .max(1_000, 'That is too long'),
})

export const signInQuery = z.object({
  /** Where to go after signing in: null unless it is a path on this site. */
  next: z.string().optional().catch(undefined).transform(localPath),
  /** Whether the browser has just signed in, see `arrival.ts`. */
  arrived: z.literal('yes').optional().catch(undefined),
})
