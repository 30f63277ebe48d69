import type { Database } from '../../../platform/db/database.ts'
import { closeAccount, eraseMore, eraseRequests, recordErased } from './commands.ts'
import { type DueDeletion, selectRequestIds } from './queries.ts'

/** How much work is left for one chunk of the sweep, in batches. */
export interface Budget {
  batches: number
}

/**
 * Deletes an account: first its names and its address, then, batch by batch, everything else. It may be cut off at any
 * point, or run twice at once: whoever comes next goes on from there. Returns false if the budget ended before it did.
 */
export async function eraseAccount(
  db: Database,
  due: DueDeletion,
  now: number,
  budget: Budget,
): Promise<boolean> {
  const person = { id: due.userId, now }
  if (due.status === 'deleting') {
    const closed = await closeAccount(db, due, now)
    if (!closed.ok && closed.refusal === 'running') throw new Error('An agreement has not ended.')
    // Kept in the last moment, or another sweep is at it.
    if (!closed.ok) return true
  } else if (due.status !== 'deleted') {
    return true
  }

  let place = due
  while (budget.batches > 0) {
    const requests = await selectRequestIds(db, person.id, place.erasedUntil)
    const last = requests.at(-1)
    if (!last) break
    budget.batches -= 1
    const ids = requests.map(({ id }) => id)
    const erased = await eraseRequests(db, place, ids, now)
    if (!erased.ok) return true
    place = { ...place, erasedUntil: last.id }
  }

  while (budget.batches > 0) {
    budget.batches -= 1
    if ((await eraseMore(db, person)) > 0) continue
    await recordErased(db, person)
    return true
  }
  return false
}
