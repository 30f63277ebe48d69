import { inArray, lte, sql } from 'drizzle-orm'
import { mutation, write } from '../../platform/db/write.ts'
import type { JobContext } from '../../platform/queue/job.ts'
import { RESET_AFTER } from './rate-limit.ts'
import { attempts, sessions } from './schema.ts'

/** Small rows, so more than other steps take. */
const MAX_ROWS = 1_000

/** Removes sessions that have ended and counters that would start over anyway. Returns how many of both. */
export async function removeExpired({ db, now }: JobContext): Promise<number> {
  const removed = await write(db, [
    mutation
      .delete(sessions)
      .where(
        inArray(
          sessions.id,
          sql`(select id from ${sessions} where ${lte(sessions.expiresAt, now)} limit ${MAX_ROWS})`,
        ),
      ),
    mutation
      .delete(attempts)
      .where(
        inArray(
          attempts.key,
          sql`(select key from ${attempts} where ${lte(attempts.lastAt, now - RESET_AFTER)} limit ${MAX_ROWS})`,
        ),
      ),
  ])
  return removed.ok ? removed.value.reduce((sum, { rowsAffected }) => sum + rowsAffected, 0) : 0
}
