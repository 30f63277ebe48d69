import * as z from 'zod'
import { line, optional, timeZone } from '../../platform/forms/fields.ts'
import type { FieldsOf } from '../../platform/forms/form-from.ts'
import { passwordProblem } from './passwords/password-rules.ts'
import type { AccountDetails } from './schema.ts'

/** Usernames that look official. Compared without dots, hyphens and underscores. */
const reserved = new Set(
  `admin administrator parley support help root system security staff moderator moderation team official
  service info contact abuse billing postmaster webmaster hostmaster noreply mailer owner sysadmin api www
  anonymous everyone nobody null undefined`.split(/\s+/),
)

/** 3 to 30 of a-z, 0-9, dot, hyphen and underscore, starting with a letter. Returned in lower case. */
export const username = line({ max: 30, min: 3, required: 'Choose a username' })
  .transform((text) => text.toLowerCase())
  .pipe(
    z
      .string()
      .regex(/^[a-z][a-z0-9._-]*$/, {
        error: 'Use letters a to z, digits, dots, hyphens and underscores, and start with a letter',
      })
      .refine((name) => !reserved.has(name.replace(/[._-]/g, '')), {
        error: 'This username is reserved. Choose another one',
      }),
  )

export const email = line({ max: 254, required: 'Enter your e-mail address' })
  .transform((text) => text.toLowerCase())
  .pipe(z.email({ error: 'Enter a full e-mail address, like mara@example.com' }))

/** A name that others see: one line with at least one letter or digit, so it is never invisible. */
export function displayName(max: number, required: string) {
  return line({ max, required })
    .transform((text) => text.replace(bidiControls, ''))
    .pipe(z.string().regex(/[\p{L}\p{N}]/u, { error: 'Use at least one letter or digit' }))
}

// Direction overrides would flip the text that follows the name.
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g

/** The fields of an account, at sign-up and in the settings. The address has a form of its own there. */
export const accountFields = {
  displayName: displayName(80, 'Enter a name'),
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
