import type { JobContext } from '../../../platform/queue/job.ts'
import { removeExport } from '../commands.ts'
import { selectExpired } from '../queries.ts'
import { partKey } from './parts.ts'

/** R2 deletes at most so many objects at a time. */
const MAX_KEYS = 1_000

/** Removes files that can no longer be downloaded. Returns how many it found. */
export async function removeExpiredExports({ db, env, now }: JobContext): Promise<number> {
  const expired = await selectExpired(db, now)
  for (const { id, parts } of expired) {
    // One part more than recorded: a job may have been cut off before it recorded the part.
    const keys = Array.from({ length: parts + 1 }, (_, part) => partKey(id, part))
    for (let from = 0; from < keys.length; from += MAX_KEYS) {
      await env.FILES?.delete(keys.slice(from, from + MAX_KEYS))
    }
    await removeExport(db, id)
  }
  return expired.length
}
