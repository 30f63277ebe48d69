import { isDatabaseDown } from '../../../platform/queue/isolate.ts'
import { CHUNK } from '../../../platform/queue/job.ts'
import type { Position, Step } from '../../../platform/queue/step.ts'
import { type Budget, eraseAccount } from './erase-account.ts'
import { selectDue } from './queries.ts'

/** Batches of one chunk. Each changes a few hundred rows of each table at most. */
const MAX_BATCHES = 150

/** Deletes the accounts whose 14 days are over. One that fails does not stop the others. */
export const eraseDeletedAccounts: Step = async ({ db, now }, after) => {
  const due = await selectDue(db, now, after)
  const budget: Budget = { batches: MAX_BATCHES }
  let place: Position = after ?? [0, 0]
  let handled = 0
  let failed = 0
  let error: string | null = null
  for (const one of due) {
    try {
      // The next chunk goes on with this one.
      if (!(await eraseAccount(db, one, now, budget))) return { handled, failed, error, next: place }
      handled += 1
    } catch (cause) {
      if (isDatabaseDown(cause)) throw cause
      failed += 1
      error ??= String(cause)
    }
    place = [one.dueAt, one.userId]
  }
  return { handled, failed, error, next: due.length < CHUNK ? null : place }
}
