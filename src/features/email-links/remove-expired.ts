import { lte } from 'drizzle-orm'
import type { JobContext } from '../../platform/queue/job.ts'
import { deleteSome, removeRows } from '../../platform/queue/remove-rows.ts'
import { emailLinks } from './schema.ts'

/** Removes links that work no more. Returns how many. */
export function removeExpiredLinks({ db, now }: JobContext): Promise<number> {
  return removeRows(db, [deleteSome(emailLinks.tokenHash, lte(emailLinks.expiresAt, now))])
}
