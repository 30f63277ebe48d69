import { CHUNK, type Job, type JobContext } from '../../platform/queue/job.ts'
import { removeExpired } from '../accounts/remove-expired.ts'
import { expireOffers } from '../ad-requests/sweep/expire-offers.ts'
import { remindOfOffers } from '../ad-requests/sweep/remind-of-offers.ts'
import { recordEnds } from '../campaigns/record-ends.ts'
import { removeExpiredExports } from '../exports/stored/remove-expired.ts'
import { removeOldRuns } from './commands.ts'
import { startOverdue } from './start-overdue.ts'

/** What a sweep does, in this order. Each step handles at most so many rows and returns how many it found. */
const steps: readonly ((context: JobContext) => Promise<number>)[] = [
  expireOffers,
  remindOfOffers,
  recordEnds,
  removeExpired,
  removeOldRuns,
  removeExpiredExports,
  startOverdue,
]

/** One round of all steps. As long as a step finds as much as it can handle, there is another round. */
export const sweep: Job = async (context, cursor) => {
  const round = Number(cursor ?? 0)
  let handled = 0
  let isMore = false
  for (const step of steps) {
    const found = await step(context)
    handled += found
    isMore ||= found >= CHUNK
  }
  return { handled, failed: 0, cursor: isMore ? String(round + 1) : null }
}
