import { sql } from 'drizzle-orm'
import { write } from '../../platform/db/write.ts'
import type { JobContext } from '../../platform/queue/job.ts'
import { DAY } from '../../shared/time.ts'
import { outbox } from './schema.ts'

/** Copies of sent messages name people. Longer than the month that the admins' digest counts them for. */
export const KEPT = 90 * DAY

const MAX_ROWS = 1_000

/** Removes messages that were sent, or held back, long ago. Returns how many. */
export async function removeOldMessages({ db, now }: JobContext): Promise<number> {
  const removed = await write(db, [
    sql`delete from ${outbox} where id in
      (select id from ${outbox} where sent_at is not null and sent_at < ${now - KEPT} limit ${MAX_ROWS})`,
    sql`delete from ${outbox} where id in
      (select id from ${outbox} where state = 'held' and created_at < ${now - KEPT} limit ${MAX_ROWS})`,
  ])
  return removed.ok ? removed.value.reduce((sum, { rowsAffected }) => sum + rowsAffected, 0) : 0
}
