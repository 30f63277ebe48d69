import * as z from 'zod'
import { line, name, optional, timeZone } from '../../platform/forms/fields.ts'
import type { FieldsOf } from '../../platform/forms/form-from.ts'
import { tidyIdentifier } from '../../shared/text/invisible.ts'
import { type EmailProblem, readEmail } from '../../shared/web/email-address.ts'
import { posesAsHouse } from './house-names.ts'
import { passwordProblem } from './passwords/password-rules.ts'
import type { AccountDetails } from './schema.ts'

/** Usernames of a mail server or of the software itself. Compared without dots, hyphens and underscores. */
const reserved = new Set(
  `root info contact mailer owner api www team service anonymous everyone nobody null undefined parley`.split(
    /\s+/,
  ),
)

/** 3 to 30 of a-z, 0-9, dot, hyphen and underscore, starting with a letter. Returned in lower case. */
export const username = line({ max: 30, min: 3, required: 'Choose a username' })
  .transform((text) => tidyIdentifier(text).replace(/^@/, '').toLowerCase())
  .pipe(
    z
      .string()
      .regex(/^[a-z][a-z0-9._-]*$/, {
        error: 'Use letters a to z, digits, dots, hyphens and underscores, and start with a letter',
      })
      .refine((name) => !reserved.has(name.replace(/[._-]/g, '')) && !posesAsHouse(name), {
        error: 'This username is reserved. Choose another one',
      }),
  )

/** In the one form in which addresses are stored. See `readEmail`. */
export const email = line({ max: 300, required: 'Enter your e-mail address' }).transform((text, context) => {
  const address = readEmail(text)
  if (address.ok) return address.value
  context.addIssue({ code: 'custom', message: emailProblems[address.refusal] })
  return z.NEVER
})

const emailProblems: Readonly<Record<EmailProblem, string>> = {
  letters: 'We cannot send mail to an address with such letters before the @. Enter another one',
  no_address: 'Enter a full e-mail address, like mara@example.com',
}

/** A name that others see, of a person or a company. It must not pose as the house. */
export function publicName(max: number, required: string) {
  return name({ max, required }).refine((text) => !posesAsHouse(text), { error: POSES_AS_HOUSE })
}

export const POSES_AS_HOUSE = 'This looks like a name of Parley or its staff. Choose another one'

/** The fields of an account, at sign-up and in the settings. The address has a form of its own there. */
export const accountFields = {
  displayName: publicName(80, 'Enter a name'),
  timeZone: optional(timeZone),
} satisfies FieldsOf<Partial<Omit<AccountDetails, 'email'>>>

/** Kept exactly as typed. `withoutOwnName` compares it with the account. */
export const newPassword = z
  .string({ error: (issue) => (Array.isArray(issue.input) ? 'Fill this in once' : 'Choose a password') })
  .superRefine((password, context) => {
    const problem =
      password === '' ? 'Choose a password' : passwordProblem(password, { username: '', email: '' })
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })

/** The password that a signed-in person types to confirm a change. */
export const currentPassword = z
  .string({ error: 'Enter your current password' })
  .max(1_000, { error: 'That is too long' })

/** Refuses a new password that is based on the account's own username or e-mail address. */
export function withoutOwnName(
  account: { username: string; email: string; password: string },
  context: z.RefinementCtx,
): void {
  const problem = passwordProblem(account.password, account)
  if (problem) context.addIssue({ code: 'custom', path: ['password'], message: problem })
}
