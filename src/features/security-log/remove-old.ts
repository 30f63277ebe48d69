import { lt } from 'drizzle-orm'
import type { JobContext } from '../../platform/queue/job.ts'
import { deleteSome, removeRows } from '../../platform/queue/remove-rows.ts'
import { DAY } from '../../shared/time.ts'
import { securityEvents } from './schema.ts'

/** How long the security log is kept, in milliseconds. */
export const KEPT_FOR = 90 * DAY

/** Removes what is older than 90 days. Returns how many rows. */
export function removeOldSecurityEvents({ db, now }: JobContext): Promise<number> {
  return removeRows(db, [deleteSome(securityEvents.id, lt(securityEvents.hour, now - KEPT_FOR))])
}
