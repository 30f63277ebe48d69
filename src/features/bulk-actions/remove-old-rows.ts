import { sql } from 'drizzle-orm'
import type { JobContext } from '../../platform/queue/job.ts'
import { removeRows } from '../../platform/queue/remove-rows.ts'
import { DAY } from '../../shared/time.ts'
import { bulkActionRows, bulkActions } from './schema.ts'

/** How long it is kept which rows an action left out: they have the names of people. */
const KEPT = 90 * DAY

const MAX_REMOVED = 1_000

/** Removes the rows of old actions, oldest first. Returns how many. Their numbers stay with the actions. */
export function removeOldRows({ db, now }: Pick<JobContext, 'db' | 'now'>): Promise<number> {
  // Actions start in the order of their ids.
  const lastOld = sql`(select id from ${bulkActions} where started_at < ${now - KEPT} order by started_at desc, id desc limit 1)`
  return removeRows(db, [
    sql`delete from ${bulkActionRows} where rowid in (
      select rowid from ${bulkActionRows} where action_id <= ${lastOld} order by action_id limit ${MAX_REMOVED})`,
  ])
}
