import * as z from 'zod'
import { paragraphs, wholeNumber } from '../../platform/forms/fields.ts'

/** The version of the account that the admin saw. */
const version = wholeNumber({
  required: 'Reload the page',
  least: 1,
  most: Number.MAX_SAFE_INTEGER,
})

export const approvalForm = z.object({ version })

export const rejectionForm = z.object({
  version,
  reason: paragraphs({ most: 1_000, required: 'Enter a reason. The sponsor will see it.' }),
})

export const suspensionForm = z.object({
  version,
  reason: paragraphs({
    most: 1_000,
    required: 'Enter a reason. They will see it the next time they sign in.',
  }),
})

export const suspensionEndForm = z.object({ version })
