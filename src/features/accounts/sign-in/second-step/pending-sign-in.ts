import { hash } from 'node:crypto'
import * as z from 'zod'
import type { AppContext } from '../../../../platform/http/context.ts'
import { ownCookie, readOwnCookie, sendCookies } from '../../../../platform/http/cookies.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { MINUTE, SECOND } from '../../../../shared/time.ts'
import { seal, unseal } from '../../two-factor/sealing.ts'
import type { CheckedSignIn } from '../check-sign-in.ts'
import type { SignInAttempt } from '../sign-in-limits.ts'

/** How long somebody has for the second step, in milliseconds. */
const LIFETIME = 10 * MINUTE

const COOKIE = 'parley_second_step'
const PURPOSE = 'second step of a sign-in'

/**
 * A sign-in between password and code. Only the browser keeps it, in an encrypted cookie. It grants nothing: it only says
 * whose code to ask for. Another password makes it void.
 */
export interface PendingSignIn {
  readonly userId: UserId
  /** A digest of the password hash that was verified. */
  readonly passwordDigest: string
  /** The name that was typed, and which attempts were counted, to forget them after a success. */
  readonly account: string
  readonly by: 'device' | 'open'
  /** The id of the device, if it has signed in to the account before. */
  readonly device: string | null
}

const stored = z.object({
  userId: z.number().transform((id) => id as UserId),
  passwordDigest: z.string(),
  account: z.string(),
  by: z.enum(['device', 'open']),
  device: z.string().nullable(),
  until: z.number(),
})

/** Remembers in the browser that the password was right. */
export function startSecondStep(
  c: AppContext,
  { verified, by }: CheckedSignIn,
  { account, device }: Pick<SignInAttempt, 'account' | 'device'>,
): void {
  const { userId, passwordHash } = verified
  const pending = {
    userId,
    passwordDigest: digestOf(passwordHash),
    account,
    by,
    device: by === 'device' && device !== null ? device.id : null,
    until: c.var.now + LIFETIME,
  }
  const sealed = seal(c.var.env, PURPOSE, JSON.stringify(pending))
  sendCookies(c, [ownCookie(c.var.env, COOKIE, sealed, { maxAge: LIFETIME / SECOND })])
}

/** The sign-in that waits for a code in this browser. Null if there is none, or its time is over. */
export function pendingSignIn(c: AppContext): PendingSignIn | null {
  const sealed = readOwnCookie(c.var.env, c.req.header('Cookie'), COOKIE)
  const text = sealed === null ? null : unseal(c.var.env, PURPOSE, sealed)
  if (text === null) return null
  const pending = stored.safeParse(JSON.parse(text))
  return pending.success && c.var.now < pending.data.until ? pending.data : null
}

/** Whether the account still has the password that was verified. */
export function isForPassword({ passwordDigest }: PendingSignIn, passwordHash: string): boolean {
  return passwordDigest === digestOf(passwordHash)
}

export function endSecondStep(c: AppContext): void {
  sendCookies(c, [ownCookie(c.var.env, COOKIE, '', { maxAge: 0 })])
}

function digestOf(passwordHash: string): string {
  return hash('sha256', passwordHash, 'base64url')
}
