import * as z from 'zod'
import { paragraphs, wholeNumber } from '../../platform/forms/fields.ts'

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

/** The name that the admin saw, which the sponsor may have replaced since. */
const requestedName = z.string({ error: 'Reload the page' }).min(1, { error: 'Reload the page' })

export const nameApprovalForm = z.object({ version, requestedName })

export const nameRejectionForm = z.object({
  version,
  requestedName,
  reason: paragraphs({ max: 1_000, required: 'Enter a reason. The sponsor will see it.' }),
})

export const suspensionForm = z.object({
  version,
  reason: paragraphs({
    max: 1_000,
    required: 'Enter a reason. They will see it the next time they sign in.',
  }),
})

export const suspensionEndForm = z.object({ version })
