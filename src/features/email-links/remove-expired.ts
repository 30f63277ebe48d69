import { sql } from 'drizzle-orm'
import { write } from '../../platform/db/write.ts'
import type { JobContext } from '../../platform/queue/job.ts'
import { emailLinks } from './schema.ts'

const MAX_ROWS = 1_000

/** Removes links that work no more. Returns how many. */
export async function removeExpiredLinks({ db, now }: JobContext): Promise<number> {
  const removed = await write(db, [
    sql`delete from ${emailLinks} where token_hash in
      (select token_hash from ${emailLinks} where expires_at <= ${now} limit ${MAX_ROWS})`,
  ])
  return removed.ok ? (removed.value[0]?.rowsAffected ?? 0) : 0
}
