import { eq } from 'drizzle-orm'
import { mutation, write } from '../../../platform/db/write.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'
import { MINUTE, SECOND } from '../../../shared/time.ts'
import { recordEvent } from '../../activity/commands.ts'
import { mail } from '../../notifications/commands.ts'
import { passwordProblem } from '../passwords/password-rules.ts'
import { hashPassword, verifyPassword } from '../passwords/passwords.ts'
import { type Counter, counter, hit, isAllowed, reset } from '../rate-limit.ts'
import { users } from '../schema.ts'
import { endAllSessions, type Scope, startSession } from '../sessions.ts'

export type PasswordRefusal = { kind: 'too_many' } | { kind: 'wrong' } | { kind: 'unfit'; problem: string }

/** Who sits down at a browser that was left signed in gets few guesses at its owner's password. */
export function passwordCounter(id: UserId): Counter {
  return counter({ free: 5, firstWait: 30 * SECOND, longestWait: 15 * MINUTE }, 'own password', String(id))
}

/**
 * Sets a new password for who knows the current one, and signs the account out everywhere but here: gives the
 * cookie of the session that goes on. Two round trips.
 */
export async function changePassword(
  scope: Scope,
  id: UserId,
  { current, wanted }: { current: string; wanted: string },
): Promise<Result<string, PasswordRefusal>> {
  const { db, now } = scope
  const looked = await write(db, [...hit([passwordCounter(id)], now), selectAccount(id)])
  if (!looked.ok) throw new Error('Counting a try has no guard that could stop it.')
  const [counted, found] = looked.value
  const account = found?.rows[0]
  if (!counted || !isAllowed([counted])) return refuse({ kind: 'too_many' })
  if (!account || !(await verifyPassword(current, String(account.passwordHash))))
    return refuse({ kind: 'wrong' })

  const { username, email } = account
  const problem = passwordProblem(wanted, { username: String(username), email: String(email) })
  if (problem) return refuse({ kind: 'unfit', problem })
  return ok(await startSession(scope, id, afresh(id, await hashPassword(wanted), now)))
}

function selectAccount(id: UserId) {
  return mutation
    .select({ username: users.username, email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, id))
}

function afresh(id: UserId, hash: string, now: number) {
  return [
    mutation.update(users).set({ passwordHash: hash }).where(eq(users.id, id)),
    endAllSessions(id),
    reset([passwordCounter(id)]),
    recordEvent({ subject: 'user', subjectId: id, kind: 'password_changed', actor: id, at: now }),
    mail(id, {
      kind: 'password_changed',
      subjectId: id,
      period: now,
      title: 'Your password was changed',
      body: 'All other devices are signed out. If it was not you, write to us at once.',
      path: routes.settings.password.href(),
      at: now,
    }),
  ]
}
