import * as z from 'zod'
import { line } from '../../../platform/forms/fields.ts'
import { emailOrName } from '../../../shared/web/email-address.ts'

export const requestForm = z.object({
  /** A username or an e-mail address. */
  account: line({ max: 300, required: 'Enter your username or e-mail' }).transform(emailOrName),
})
