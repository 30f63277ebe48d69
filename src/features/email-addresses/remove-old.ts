import { lte } from 'drizzle-orm'
import type { JobContext } from '../../platform/queue/job.ts'
import { deleteSome, removeRows } from '../../platform/queue/remove-rows.ts'
import { lifetimes } from '../email-links/link.ts'
import { emailChanges } from './schema.ts'

/** Forgets new addresses whose last link is over. Returns how many. */
export function removeOldChanges({ db, now }: JobContext): Promise<number> {
  return removeRows(db, [
    deleteSome(emailChanges.userId, lte(emailChanges.requestedAt, now - lifetimes.change)),
  ])
}
