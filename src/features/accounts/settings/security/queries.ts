import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../../../../platform/db/database.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { sessions } from '../../schema.ts'

/** A person with more sessions than this does not see the oldest. They can still end all of them. */
const MAX_SESSIONS = 50

export type OwnSession = Awaited<ReturnType<typeof selectOwnSessions>>[number]

/** Where a person is signed in, latest sign-in first. `current` is the id of the request's own session. */
export function selectOwnSessions({ orm }: Database, userId: UserId, current: string | null, now: number) {
  return orm
    .select({
      publicId: sessions.publicId,
      device: sessions.device,
      place: sessions.place,
      network: sessions.network,
      createdAt: sessions.createdAt,
      // One that has just started is seen.
      seenAt: sql<number>`max(${sessions.lastSeenAt}, ${sessions.createdAt})`,
      isCurrent: sql<number>`${sessions.id} = ${current ?? ''}`,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt))
    .limit(MAX_SESSIONS)
}
