import * as z from 'zod'
import { line } from '../../../platform/forms/fields.ts'

export const requestForm = z.object({
  /** A username or an e-mail address. */
  account: line({ max: 254, required: 'Enter your username or e-mail' }).transform((text) =>
    text.toLowerCase(),
  ),
})
