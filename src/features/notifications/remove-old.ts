import { sql } from 'drizzle-orm'
import type { JobContext } from '../../platform/queue/job.ts'
import { deleteSome, removeRows } from '../../platform/queue/remove-rows.ts'
import { DAY } from '../../shared/time.ts'
import { outbox } from './schema.ts'

/** Copies of sent messages name people. Longer than the month that the admins' digest counts them for. */
export const KEPT = 90 * DAY

/** Removes messages that were sent, or held back, long ago. Returns how many. */
export function removeOldMessages({ db, now }: JobContext): Promise<number> {
  return removeRows(db, [
    deleteSome(outbox.id, sql`sent_at is not null and sent_at < ${now - KEPT}`),
    deleteSome(outbox.id, sql`state = 'held' and created_at < ${now - KEPT}`),
  ])
}
