import * as z from 'zod'
import { paragraphs } from '../../../../platform/forms/fields.ts'

/** The fields have different names, because both forms are on one page. */
export const sessionsEndForm = z.object({
  sessionsReason: paragraphs({ max: 1_000, required: 'Enter a reason for the audit log' }),
})

export const twoFactorRemovalForm = z.object({
  twoFactorReason: paragraphs({ max: 1_000, required: 'Enter how you made sure who they are' }),
})
