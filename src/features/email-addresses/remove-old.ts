import { sql } from 'drizzle-orm'
import { write } from '../../platform/db/write.ts'
import type { JobContext } from '../../platform/queue/job.ts'
import { lifetimes } from '../email-links/link.ts'
import { emailChanges } from './schema.ts'

const MAX_ROWS = 1_000

/** Forgets new addresses whose last link is over. Returns how many. */
export async function removeOldChanges({ db, now }: JobContext): Promise<number> {
  const removed = await write(db, [
    sql`delete from ${emailChanges} where user_id in
      (select user_id from ${emailChanges} where requested_at <= ${now - lifetimes.change} limit ${MAX_ROWS})`,
  ])
  return removed.ok ? (removed.value[0]?.rowsAffected ?? 0) : 0
}
