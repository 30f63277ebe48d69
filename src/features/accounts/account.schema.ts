import * as z from 'zod'
import { line, optional } from '../../platform/forms/fields.ts'
import { canonicalTimeZone } from '../../shared/places.ts'
import { passwordProblem } from './passwords/password-rules.ts'

/** Names that could pass for the house itself. Compared without dots, hyphens and underscores. */
const reserved = new Set(
  `admin administrator parley support help root system security staff moderator moderation team official
  service info contact abuse billing postmaster webmaster hostmaster noreply mailer owner sysadmin api www
  anonymous everyone nobody null undefined`.split(/\s+/),
)

/** 3 to 30 of a-z, 0-9, dot, hyphen and underscore, a letter first; given in lower case. */
export const username = line({ most: 30, least: 3, required: 'Choose a username' })
  .transform((text) => text.toLowerCase())
  .pipe(
    z
      .string()
      .regex(/^[a-z][a-z0-9._-]*$/, {
        error: 'Use letters a to z, digits, dots, hyphens and underscores, with a letter first',
      })
      .refine((name) => !reserved.has(name.replace(/[._-]/g, '')), {
        error: 'This username is kept for Parley itself: choose another',
      }),
  )

export const email = line({ most: 254, required: 'Enter your e-mail address' })
  .transform((text) => text.toLowerCase())
  .pipe(z.email({ error: 'Enter a whole e-mail address, like mara@example.com' }))

/** A name to show: one line with at least one letter or digit in it, so that it is never invisible. */
export function displayName(most: number, required: string) {
  return line({ most, required })
    .transform((text) => text.replace(bidiControls, ''))
    .pipe(z.string().regex(/[\p{L}\p{N}]/u, { error: 'Use at least one letter or digit' }))
}

// Overrides of the writing direction would turn what stands after the name around.
const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g

/** As typed: never trimmed. What it must not have in common with the account, `withoutOwnName` says. */
export const newPassword = z
  .string({ error: (issue) => (Array.isArray(issue.input) ? 'Fill this in once' : 'Choose a password') })
  .superRefine((password, context) => {
    const problem =
      password === '' ? 'Choose a password' : passwordProblem(password, { username: '', email: '' })
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })

/** A password that is asked for again. */
export const currentPassword = z
  .string({ error: 'Enter your current password' })
  .max(1_000, { error: 'That is too long' })

/** Refuses, at `password`, a new password that follows from the account's own name or address. */
export function withoutOwnName(
  account: { username: string; email: string; password: string },
  context: z.RefinementCtx,
): void {
  const problem = passwordProblem(account.password, account)
  if (problem) context.addIssue({ code: 'custom', path: ['password'], message: problem })
}

/** An IANA time zone, under the one name that the runtime lists; nothing where nothing was chosen. */
export const timeZone = optional(
  line({ most: 64 }).transform((text, context) => {
    const name = canonicalTimeZone(text)
    if (name !== null) return name
    context.addIssue({ code: 'custom', message: 'Choose a time zone from the list' })
    return z.NEVER
  }),
)
