import * as z from 'zod'
import { line } from '../../../platform/forms/fields.ts'
import { currentPassword } from '../forms.ts'
import type { CodeRefusal } from './check-code.ts'

const password = currentPassword.min(1, { error: 'Enter your current password' })

export const passwordOnlyForm = z.object({ currentPassword: password })

export const codeForm = z.object({ code: line({ max: 60, required: 'Enter the code' }) })

export const switchOffForm = z.object({ currentPassword: password, ...codeForm.shape })

/** Whether the code is one of the app or a recovery code. Anything but `recovery` is the app. */
export const codeQuery = z.object({
  use: z.literal('recovery').optional().catch(undefined),
})

/** Why a code was refused, at its field. */
export const explainCode: Readonly<Record<'app' | 'recovery', Record<CodeRefusal, string>>> = {
  app: {
    wrong: 'This code is wrong. Enter the one that your app shows now',
    used: 'This code was used already. Wait until your app shows the next one',
    too_many: 'Too many attempts. Wait a while, then try again',
    off: 'Two-factor sign-in is off. Sign in again',
  },
  recovery: {
    wrong: 'This recovery code is wrong, or was used already',
    used: 'This recovery code was used already',
    too_many: 'Too many attempts. Wait a while, then try again',
    off: 'Two-factor sign-in is off. Sign in again',
  },
}
