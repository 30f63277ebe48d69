import * as z from 'zod'
import { paragraphs, wholeNumber } from '../../platform/forms/fields.ts'

/** The version of what the admin saw: a decision holds for that only. */
const version = wholeNumber({
  required: 'Open the page again',
  least: 1,
  most: Number.MAX_SAFE_INTEGER,
})

export const approvalForm = z.object({ version })

export const rejectionForm = z.object({
  version,
  reason: paragraphs({ most: 1_000, required: 'Say why: the sponsor reads this and can correct it' }),
})

export const suspensionForm = z.object({
  version,
  reason: paragraphs({ most: 1_000, required: 'Say why: this is what the person reads at the next sign-in' }),
})

export const suspensionEndForm = z.object({ version })
