import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { CHUNK } from '../../../platform/queue/job.ts'
import type { Position } from '../../../platform/queue/step.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import { accountDeletions } from '../schema.ts'

export type DueDeletion = Awaited<ReturnType<typeof selectDue>>[number]

/** Requests whose texts are erased at a time. */
const MAX_REQUESTS = 100

/** Accounts that are due to be deleted, or that were deleted and still have data left. */
export function selectDue({ orm }: Database, now: number, after: Position | null) {
  const { userId, requestedBy, dueAt, erasedUntil } = accountDeletions
  return orm
    .select({ userId, requestedBy, dueAt, erasedUntil, status: users.status })
    .from(accountDeletions)
    .innerJoin(users, eq(users.id, userId))
    .where(
      and(
        isNull(accountDeletions.erasedAt),
        lte(dueAt, now),
        after ? sql`(${dueAt}, ${userId}) > (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(asc(dueAt), asc(userId))
    .limit(CHUNK)
}

/** The person's next requests, in the order of their ids. */
export function selectRequestIds({ orm }: Database, id: UserId, after: number) {
  return orm
    .select({ id: adRequests.id })
    .from(adRequests)
    .where(
      and(
        or(eq(adRequests.sponsorId, id), eq(adRequests.influencerId, id)),
        sql`${adRequests.id} > ${after}`,
      ),
    )
    .orderBy(asc(adRequests.id))
    .limit(MAX_REQUESTS)
}
