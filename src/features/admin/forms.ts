import * as z from 'zod'
import { choice, day, optional, paragraphs, wholeNumber } from '../../platform/forms/fields.ts'
import { type SuspensionLength, suspensionLengths } from '../accounts/suspension/suspension.ts'

/** The version of the account that the admin saw. */
const version = wholeNumber({
  required: 'Reload the page',
  min: 1,
  max: Number.MAX_SAFE_INTEGER,
})

export const approvalForm = z.object({ version })

export const rejectionForm = z.object({
  version,
  reason: paragraphs({ max: 1_000, required: 'Enter a reason. The sponsor will see it.' }),
})

const lengths = Object.keys(suspensionLengths) as [SuspensionLength, ...SuspensionLength[]]

/** To suspend somebody, or to change a suspension. `until` is the last day of the length `date`. */
export const suspensionForm = z.object({
  version,
  length: choice(lengths, 'Choose how long'),
  until: optional(day('Choose a day')),
  reason: paragraphs({ max: 1_000, required: 'Enter a reason. They will see it.' }),
})

export const suspensionEndForm = z.object({ version })
