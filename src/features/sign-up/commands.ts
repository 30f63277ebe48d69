import { eq } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { mutation, write } from '../../platform/db/write.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { MINUTE, SECOND } from '../../shared/time.ts'
import { tellOwner } from '../accounts/notifications.ts'
import { hashPassword } from '../accounts/passwords/passwords.ts'
import { counter, hit, isAllowed } from '../accounts/rate-limit.ts'
import { users } from '../accounts/schema.ts'
import { type Newcomer, newAccount } from './new-account.ts'

/** A whole office may sign up from one address; a machine that goes on and on has to wait. */
const perAddress = { free: 60, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }

/**
 * Makes an account: a sponsor waits for approval, an influencer starts at once. Where the e-mail address has an
 * account already, only its owner is told, by mail: the answer is the same, after the same work.
 * A username is public and may be said to be taken. Two round trips.
 */
export async function signUp(
  db: Database,
  newcomer: Newcomer & { password: string },
  address: string,
  now: number,
): Promise<Result<null, 'too_many' | 'username_taken'>> {
  const { username, email, password } = newcomer
  const looked = await write(db, [
    ...hit([counter(perAddress, 'sign-up', address)], now),
    mutation.select({ id: users.id }).from(users).where(eq(users.username, username)),
    mutation.select({ id: users.id }).from(users).where(eq(users.email, email)),
  ])
  if (!looked.ok) throw new Error('Counting a try has no guard that could stop it.')
  const [counted, sameUsername, sameEmail] = looked.value
  if (!counted || !isAllowed([counted])) return refuse('too_many')
  if (sameUsername?.rows.length) return refuse('username_taken')

  const hash = await hashPassword(password)
  const made = sameEmail?.rows.length
    ? refuse('email_taken' as const)
    : await write(db, newAccount(newcomer, hash, now), { invalidates: ['influencers', 'statistics'] })
  if (made.ok) return ok(null)
  if (made.refusal === 'username_taken') return refuse('username_taken')

  await write(db, [tellOwner(email, 'sign_up_again', now)])
  return ok(null)
}
