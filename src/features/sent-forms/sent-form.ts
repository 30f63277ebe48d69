import type { Env } from '../../env.ts'
import { macOf } from '../../platform/crypto/mac.ts'
import type { FormToken } from '../../platform/forms/form-token.ts'
import { isSecretField } from '../../platform/forms/secret-fields.ts'
import { DAY, HOUR, SECOND } from '../../shared/time.ts'
import type { KeptFields, KeptReason, UsedForm } from './schema.ts'

/** How long a form is kept for its owner to sign in again. */
export const KEPT_FOR = HOUR

/** How many forms are kept for an account. The oldest make room. */
export const MAX_KEPT = 10

/** The longest form that is kept, in characters of JSON. No form of ours is half as long. */
export const MAX_KEPT_LENGTH = 100_000

/** How long a form that was used is remembered. */
export const USED_FOR = 2 * DAY

/** A form that is sent again after this is no double click. */
const DOUBLE_CLICK = 30 * SECOND

/** A form that somebody has sent. */
export interface SentForm {
  readonly token: FormToken
  /** With its query. */
  readonly path: string
  /** The page with the form, if the browser said so. */
  readonly page: string | null
  readonly fields: KeptFields
  /** See `contentOf`. */
  readonly content: string
}

/**
 * Tells whether the same was sent before. It is stored, and the form may have a password in it. So it is made with the app
 * secret and the form's key: nobody who reads the table can try passwords on it.
 */
export function contentOf(
  secret: Pick<Env, 'APP_SECRET'>,
  { token, path, fields }: Omit<SentForm, 'content' | 'page'>,
): string {
  return macOf(secret, 'content of a form', JSON.stringify([token.key, path, fields]))
}

/** What may be kept. Secrets are not: people type them again. */
export function fieldsToKeep(fields: KeptFields): KeptFields {
  return fields.filter(([name]) => !isSecretField(name))
}

/**
 * What it means that a form is sent again. `double_click`: the second of two clicks. `repeat`: the same again, later.
 * `other_content`: something else was typed into it since.
 */
export type Repetition = 'double_click' | 'repeat' | 'other_content'

/** Compares a form with its earlier sending. `now` is milliseconds UTC. */
export function repetitionOf(sent: SentForm, used: UsedForm, now: number): Repetition {
  if (sent.content !== used.content) return 'other_content'
  return now - used.usedAt < DOUBLE_CLICK ? 'double_click' : 'repeat'
}

/** What is said above a form that was kept. */
export const keptMessages: Readonly<Record<KeptReason, string>> = {
  signed_out:
    'You were signed out before this was sent. Nothing has been saved yet. Check it and send it again.',
  other_account:
    'Another account was signed in when you sent this. Nothing has been saved yet. Check it and send it again.',
}

/** What is said above a form that was used, and then sent with something else in it. */
export const SENT_BEFORE =
  'This form was already sent, and this time something else is in it. Nothing has been saved from it. If you want to send this too, send it again.'
