import { and, asc, lte, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { mutation, type Statement, write } from '../../../platform/db/write.ts'
import type { JobContext } from '../../../platform/queue/job.ts'
import { CHUNK } from '../../../platform/queue/job.ts'
import { handleRows, type Position, type Step } from '../../../platform/queue/step.ts'
import type { UserId } from '../../../shared/ids.ts'
import { recordAdminActForEach } from '../../activity/commands.ts'
import { suspensionEndNotification } from '../notifications.ts'
import { users } from '../schema.ts'
import { type Account, endSuspension } from './suspension.ts'

type Suspended = Account & { readonly id: UserId; readonly version: number }

/** What a status decides: who and what appears in lists. */
export const statusCaches = { invalidates: ['influencers', 'campaigns', 'statistics'] } as const

/** Records the suspensions that the clock has ended, and tells the people. */
export const endSuspensions: Step = async ({ db, now }, after) =>
  handleRows(
    await selectOver(db, now, after),
    ({ suspendedUntil, id }) => [suspendedUntil, id],
    (over) =>
      write(
        db,
        over.flatMap((account) => endByClock(account, now)),
        statusCaches,
      ),
  )

/** Ends one suspension whose time is over, without waiting for the sweep: for somebody who signs in. */
export async function endOverSuspension(db: Database, account: Suspended, now: number): Promise<void> {
  await write(db, endByClock(account, now), statusCaches)
}

// Does nothing if an admin has changed the suspension since it was read.
function endByClock(account: Suspended, now: number): Statement[] {
  const ended = endSuspension(account)
  if (!ended.ok) return []
  const { id, version } = account
  const unchanged = sql`id = ${id} and version = ${version} and status = 'suspended' and suspended_until <= ${now}`
  const row = sql`from ${users} where ${unchanged}`
  return [
    ...suspensionEndNotification(row, version, now),
    recordAdminActForEach(
      {
        subject: 'user',
        subjectId: id,
        kind: 'suspension_ended',
        from: 'suspended',
        to: ended.value,
        note: 'Its time is over.',
      },
      { actor: null, now, requestId: null },
      row,
    ),
    mutation
      .update(users)
      .set({ status: ended.value, ...noSuspension, version: version + 1 })
      .where(unchanged),
  ]
}

/** The columns of an account that is not suspended. */
export const noSuspension = { suspendedFrom: null, suspensionReason: null, suspendedUntil: null } as const

export function selectOver({ orm }: JobContext['db'], now: number, after: Position | null) {
  return orm
    .select({
      id: users.id,
      role: users.role,
      status: users.status,
      suspendedFrom: users.suspendedFrom,
      suspendedUntil: sql<number>`${users.suspendedUntil}`,
      version: users.version,
    })
    .from(users)
    .where(
      and(
        lte(users.suspendedUntil, now),
        after ? sql`(${users.suspendedUntil}, ${users.id}) > (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(asc(users.suspendedUntil), asc(users.id))
    .limit(CHUNK)
}
