import { isolate } from '../../../platform/queue/isolate.ts'
import { CHUNK, type JobContext } from '../../../platform/queue/job.ts'
import type { Step } from '../../../platform/queue/step.ts'
import { removeExport } from '../commands.ts'
import { selectExpired } from '../queries.ts'
import { partKey } from './parts.ts'

/** R2 deletes at most so many objects at a time. */
const MAX_KEYS = 1_000

/** Removes files that can no longer be downloaded. */
export const removeExpiredExports: Step = async ({ db, env, now }) => {
  const expired = await selectExpired(db, now)
  let handled = 0
  // Removing one twice does nothing, so the halves may be tried again.
  const { failed, error } = await isolate(expired, async (some) => {
    for (const one of some) await removeFile(db, env.FILES, one)
    handled += some.length
  })
  // Those that failed are found again at the start, so go on only if others made room.
  const isMore = expired.length >= CHUNK && handled > 0
  return { handled, failed: failed.length, error, next: isMore ? [0, 0] : null }
}

async function removeFile(
  db: JobContext['db'],
  bucket: JobContext['env']['FILES'],
  { id, parts }: Awaited<ReturnType<typeof selectExpired>>[number],
): Promise<void> {
  // One part more than recorded: a job may have been cut off before it recorded the part.
  const keys = Array.from({ length: parts + 1 }, (_, part) => partKey(id, part))
  for (let from = 0; from < keys.length; from += MAX_KEYS)
    await bucket?.delete(keys.slice(from, from + MAX_KEYS))
  await removeExport(db, id)
}
