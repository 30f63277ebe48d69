import { and, eq, ne, sql } from 'drizzle-orm'
import { mutation, write } from '../../../../platform/db/write.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { recordSecurityEvent } from '../../../security-log/commands.ts'
import type { RequestOrigin } from '../../../security-log/origin.ts'
import { sessions } from '../../schema.ts'
import type { Scope } from '../../sessions/lucia.ts'

/** Ends one of a person's own sessions. Nothing happens if it has ended already, or is somebody else's. */
export async function endOwnSession(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  userId: UserId,
  publicId: string,
  origin: RequestOrigin,
): Promise<void> {
  const own = and(eq(sessions.userId, userId), eq(sessions.publicId, publicId))
  // Recorded only for a session that is there.
  const owner = sql`(select user_id from ${sessions} where user_id = ${userId} and public_id = ${publicId})`
  await write(db, [
    recordSecurityEvent({ userId: owner, kind: 'session_ended', origin, at: now }),
    mutation.delete(sessions).where(own),
  ])
}

/** Ends all of a person's own sessions but this one, whose id it takes. */
export async function endOtherSessions(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  userId: UserId,
  currentId: string,
  origin: RequestOrigin,
): Promise<void> {
  await write(db, [
    recordSecurityEvent({ userId, kind: 'other_sessions_ended', origin, at: now }),
    mutation.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, currentId))),
  ])
}
