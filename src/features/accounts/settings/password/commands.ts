import { eq } from 'drizzle-orm'
import { mutation, type Statement } from '../../../../platform/db/write.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { ok, type Result, refuse } from '../../../../shared/result.ts'
import { MINUTE, SECOND } from '../../../../shared/time.ts'
import { recordEvent } from '../../../activity/commands.ts'
import { voidLinks } from '../../../email-links/commands.ts'
import { passwordChanged } from '../../notifications.ts'
import { passwordProblem } from '../../passwords/password-rules.ts'
import { expectRoomToHash, hashPassword, verifyPassword } from '../../passwords/passwords.ts'
import type { VerifiedPassword } from '../../passwords/verified-password.ts'
import { attempt, type Counter, counter, reset } from '../../rate-limit.ts'
import { users } from '../../schema.ts'
import { endAllSessions, type Scope, startSession } from '../../sessions.ts'
import type { PasswordForm } from './forms.ts'

export type PasswordRefusal =
  | { kind: 'too_many' }
  | { kind: 'wrong' }
  /** By somebody else, or the account was closed, while the password was checked. */
  | { kind: 'changed_meanwhile' }
  | { kind: 'unsuitable'; problem: string }

/** Someone at a browser that was left signed in gets only a few guesses at the owner's password. */
export function passwordAttempts(id: UserId): Counter {
  return counter({ free: 5, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }, 'own password', String(id))
}

/**
 * Sets a new password, given the current one, and signs the account out everywhere else. Returns the cookies of
 * this browser's new session. Two round trips.
 */
export async function changePassword(
  scope: Scope,
  id: UserId,
  { currentPassword, newPassword }: PasswordForm,
  cookieHeader: string | undefined,
): Promise<Result<readonly string[], PasswordRefusal>> {
  expectRoomToHash()
  const { db, now } = scope
  const { allowed, results } = await attempt(db, [passwordAttempts(id)], now, [selectAccount(id)])
  if (!allowed) return refuse({ kind: 'too_many' })
  const account = results[0]?.rows[0]
  if (!account || !(await verifyPassword(currentPassword, String(account.passwordHash))))
    return refuse({ kind: 'wrong' })

  const { username, email } = account
  const problem = passwordProblem(newPassword, { username: String(username), email: String(email) })
  if (problem) return refuse({ kind: 'unsuitable', problem })

  const verified = { userId: id, passwordHash: String(account.passwordHash) }
  const statements = replacePassword(id, await hashPassword(newPassword), now)
  const session = await startSession(scope, verified, { cookieHeader, statements })
  return session.ok ? session : refuse({ kind: 'changed_meanwhile' })
}

/**
 * Whether this is the account's password, for what a session alone must not be enough for. `counters` limit what it is
 * needed for. The batch that it allows begins with `expectPassword`. One round trip.
 */
export async function confirmPassword(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  id: UserId,
  password: string,
  counters: readonly Counter[] = [],
): Promise<Result<VerifiedPassword, 'too_many' | 'wrong'>> {
  expectRoomToHash()
  const { allowed, results } = await attempt(db, [...counters, passwordAttempts(id)], now, [
    selectAccount(id),
  ])
  if (!allowed) return refuse('too_many')
  const account = results[0]?.rows[0]
  if (!account || !(await verifyPassword(password, String(account.passwordHash)))) return refuse('wrong')
  return ok({ userId: id, passwordHash: String(account.passwordHash) })
}

function selectAccount(id: UserId) {
  return mutation
    .select({ username: users.username, email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, id))
}

/**
 * Sets another password, signs the account out everywhere, and ends the links that somebody who knew the old one may have
 * asked for. For a batch that starts with `expectPassword`, or uses up a link. The owner is told by e-mail.
 */
export function replacePassword(id: UserId, passwordHash: string, now: number): Statement[] {
  return [
    mutation.update(users).set({ passwordHash, passwordChangedAt: now }).where(eq(users.id, id)),
    endAllSessions(id),
    ...voidLinks(id, ['reset', 'change']),
    reset([passwordAttempts(id)]),
    recordEvent({ subject: 'user', subjectId: id, kind: 'password_changed', actor: id, at: now }),
    passwordChanged(id, now),
  ]
}
