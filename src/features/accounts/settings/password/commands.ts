import { eq } from 'drizzle-orm'
import { mutation, type Statement, write } from '../../../../platform/db/write.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { ok, type Result, refuse } from '../../../../shared/result.ts'
import { MINUTE, SECOND } from '../../../../shared/time.ts'
import { recordEvent } from '../../../activity/commands.ts'
import { voidLinks } from '../../../email-links/commands.ts'
import { recordSecurityEvent } from '../../../security-log/commands.ts'
import type { RequestOrigin } from '../../../security-log/origin.ts'
import { passwordChanged } from '../../notifications.ts'
import { passwordProblem } from '../../passwords/password-rules.ts'
import { expectRoomToHash, hashPassword, verifyPassword } from '../../passwords/passwords.ts'
import type { VerifiedPassword } from '../../passwords/verified-password.ts'
import { attempt, type Counter, counter, reset } from '../../rate-limit.ts'
import { sessions, users } from '../../schema.ts'
import { endAllSessions } from '../../sessions/commands.ts'
import type { Scope } from '../../sessions/lucia.ts'
import { sessionIdOf } from '../../sessions/session-token.ts'
import { startSession } from '../../sessions/start-session.ts'
import type { PasswordForm } from './forms.ts'

export type PasswordRefusal =
  | { kind: 'too_many' }
  | { kind: 'wrong' }
  /** By somebody else, or the account was closed or signed out, while the password was checked. */
  | { kind: 'changed_meanwhile' }
  | { kind: 'unsuitable'; problem: string }

/** Someone at a browser that was left signed in gets only a few guesses at the owner's password. */
export function passwordAttempts(id: UserId): Counter {
  return counter({ free: 5, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }, 'own password', String(id))
}

/**
 * Sets a new password, given the current one, and signs the account out everywhere else. Returns the cookies of
 * this browser's new session, which goes on with the one that it had. Two round trips.
 */
export async function changePassword(
  scope: Scope,
  id: UserId,
  { currentPassword, newPassword }: PasswordForm,
  { cookieHeader, origin }: { readonly cookieHeader: string | undefined; readonly origin: RequestOrigin },
): Promise<Result<readonly string[], PasswordRefusal>> {
  expectRoomToHash()
  const { db, env, now } = scope
  const { allowed, results } = await attempt(db, [passwordAttempts(id)], now, [
    selectAccount(id),
    selectSession(sessionIdOf(env, cookieHeader)),
  ])
  const account = results[0]?.rows[0]
  const session = results[1]?.rows[0]
  const isRight = allowed && account && (await verifyPassword(currentPassword, String(account.passwordHash)))
  if (!isRight) {
    const kind = allowed ? 'wrong' : 'too_many'
    await write(db, [failedConfirmation(id, kind, origin, now)])
    return refuse({ kind })
  }

  if (!session) return refuse({ kind: 'changed_meanwhile' })
  const { username, email } = account
  const problem = passwordProblem(newPassword, { username: String(username), email: String(email) })
  if (problem) return refuse({ kind: 'unsuitable', problem })

  const verified = { userId: id, passwordHash: String(account.passwordHash) }
  const statements = [
    ...replacePassword(id, await hashPassword(newPassword), now),
    recordSecurityEvent({ userId: id, kind: 'password_changed', origin, at: now }),
  ]
  const also = { signedInAt: Number(session.createdAt) }
  const started = await startSession(scope, verified, { cookieHeader, origin, also, statements })
  return started.ok ? started : refuse({ kind: 'changed_meanwhile' })
}

/**
 * Whether this is the account's password, for what a session alone must not be enough for. `counters` limit what it is
 * needed for. The batch that it allows begins with `expectPassword`. One round trip, and one more to record a failure.
 */
export async function confirmPassword(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  id: UserId,
  password: string,
  origin: RequestOrigin,
  counters: readonly Counter[] = [],
): Promise<Result<VerifiedPassword, 'too_many' | 'wrong'>> {
  expectRoomToHash()
  const { allowed, results } = await attempt(db, [...counters, passwordAttempts(id)], now, [
    selectAccount(id),
  ])
  if (!allowed) return refuseAndRecord('too_many')
  const account = results[0]?.rows[0]
  if (!account || !(await verifyPassword(password, String(account.passwordHash))))
    return refuseAndRecord('wrong')
  return ok({ userId: id, passwordHash: String(account.passwordHash) })

  async function refuseAndRecord<Refusal extends 'too_many' | 'wrong'>(refusal: Refusal) {
    await write(db, [failedConfirmation(id, refusal, origin, now)])
    return refuse(refusal)
  }
}

/** A wrong password of somebody who is signed in. It may be somebody else at their browser. */
function failedConfirmation(
  userId: UserId,
  refusal: 'too_many' | 'wrong',
  origin: RequestOrigin,
  at: number,
) {
  const kind = refusal === 'wrong' ? 'sign_in_failed' : 'limit_hit'
  return recordSecurityEvent({ userId, kind, origin, detail: 'settings', at })
}

function selectAccount(id: UserId) {
  return mutation
    .select({ username: users.username, email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, id))
}

/** When the owner of a session signed in. */
function selectSession(id: string | null) {
  return mutation
    .select({ createdAt: sessions.createdAt })
    .from(sessions)
    .where(eq(sessions.id, id ?? ''))
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
