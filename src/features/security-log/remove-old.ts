import { inArray, lt, sql } from 'drizzle-orm'
import { mutation, write } from '../../platform/db/write.ts'
import type { JobContext } from '../../platform/queue/job.ts'
import { DAY } from '../../shared/time.ts'
import { securityEvents } from './schema.ts'

/** How long the security log is kept, in milliseconds. */
export const KEPT_FOR = 90 * DAY

/** Small rows, so more than other steps take. */
const MAX_ROWS = 1_000

/** Removes what is older than 90 days. Returns how many rows. */
export async function removeOldSecurityEvents({ db, now }: JobContext): Promise<number> {
  const old = sql`(select id from ${securityEvents} where ${lt(securityEvents.hour, now - KEPT_FOR)} limit ${MAX_ROWS})`
  const removed = await write(db, [mutation.delete(securityEvents).where(inArray(securityEvents.id, old))])
  return removed.ok ? removed.value.reduce((sum, { rowsAffected }) => sum + rowsAffected, 0) : 0
}
