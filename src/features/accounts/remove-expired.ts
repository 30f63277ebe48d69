import { lte } from 'drizzle-orm'
import type { JobContext } from '../../platform/queue/job.ts'
import { deleteSome, removeRows } from '../../platform/queue/remove-rows.ts'
import { RESET_AFTER } from './rate-limit.ts'
import { attempts, sessions } from './schema.ts'

/** Removes sessions that have ended and counters that would start over anyway. Returns how many of both. */
export function removeExpired({ db, now }: JobContext): Promise<number> {
  return removeRows(db, [
    deleteSome(sessions.id, lte(sessions.expiresAt, now)),
    deleteSome(attempts.key, lte(attempts.lastAt, now - RESET_AFTER)),
  ])
}
