import { eq, sql } from 'drizzle-orm'
import { hashToken } from '../../../platform/crypto/token-hash.ts'
import { mutation, write } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { recordSecurityEvent } from '../../security-log/commands.ts'
import type { RequestOrigin } from '../../security-log/origin.ts'
import { sessions, users } from '../schema.ts'
import { luciaFor, type Scope } from './lucia.ts'
import { sessionIdOf } from './session-token.ts'

/** Signs this browser out. Returns the cookie that clears the browser's. */
export async function endSession(
  scope: Scope,
  cookieHeader: string | undefined,
  origin: RequestOrigin,
): Promise<string> {
  const id = sessionIdOf(scope.env, cookieHeader)
  if (id !== null) {
    const userId = sql`(select user_id from ${sessions} where id = ${id})`
    await write(scope.db, [
      recordSecurityEvent({ userId, kind: 'signed_out', origin, at: scope.now }),
      mutation.delete(sessions).where(eq(sessions.id, id)),
    ])
  }
  return luciaFor(scope, {}).createBlankSessionCookie().serialize()
}

/** Signs a user out everywhere: for the batch that suspends them or changes their password. */
export function endAllSessions(userId: UserId) {
  return mutation.delete(sessions).where(eq(sessions.userId, userId))
}

/** Ends the session of a token. */
export function deleteSession(token: string) {
  return mutation.delete(sessions).where(eq(sessions.id, hashToken(token)))
}

/** Lets a session go on until `expiresAt`. */
export function extendSession(token: string, expiresAt: Date) {
  return mutation
    .update(sessions)
    .set({ expiresAt: expiresAt.getTime() })
    .where(eq(sessions.id, hashToken(token)))
}

/** Notes that a session was used. `now` is in milliseconds UTC. */
export function markSessionSeen(token: string, now: number) {
  return mutation
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(eq(sessions.id, hashToken(token)))
}

/** Notes that somebody was here. `now` is in milliseconds UTC. */
export function markSeen(userId: UserId, now: number) {
  return mutation
    .update(users)
    .set({ lastSeenAt: sql`max(coalesce(${users.lastSeenAt}, 0), ${now})` })
    .where(eq(users.id, userId))
}
