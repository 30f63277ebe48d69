import * as z from 'zod'
import { isDatabaseDown } from '../../platform/queue/isolate.ts'
import { CHUNK, type Job, type JobContext } from '../../platform/queue/job.ts'
import type { Step, StepResult } from '../../platform/queue/step.ts'
import { sum } from '../../shared/numbers/sum.ts'
import { removeExpired } from '../accounts/remove-expired.ts'
import { endSuspensions } from '../accounts/suspension/end-suspension.ts'
import { expireOffers } from '../ad-requests/sweep/expire-offers.ts'
import { remindOfOffers } from '../ad-requests/sweep/remind-of-offers.ts'
import { sealEvents } from '../audit/seal-events.ts'
import { removeOldRows } from '../bulk-actions/remove-old-rows.ts'
import { recordEnds } from '../campaigns/record-ends.ts'
import { removeOldChanges } from '../email-addresses/remove-old.ts'
import { removeExpiredLinks } from '../email-links/remove-expired.ts'
import { removeExpiredExports } from '../exports/stored/remove-expired.ts'
import { removeOldMessages } from '../notifications/remove-old.ts'
import { eraseDeletedAccounts } from '../personal-data/erase/erase-due.ts'
import { removeUnconfirmedAccounts } from '../personal-data/unconfirmed/remove-unconfirmed.ts'
import { removeOldSecurityEvents } from '../security-log/remove-old.ts'
import { removeOldForms } from '../sent-forms/commands.ts'
import { removeOldRuns } from './commands.ts'
import { startOverdue } from './start-overdue.ts'

/** What a sweep does, in this order. */
const steps: Readonly<Record<string, Step>> = {
  expireOffers,
  remindOfOffers,
  recordEnds,
  endSuspensions,
  removeExpired: fromStart(removeExpired),
  removeExpiredLinks: fromStart(removeExpiredLinks),
  removeOldChanges: fromStart(removeOldChanges),
  removeOldForms: fromStart(removeOldForms),
  removeOldRuns: fromStart(removeOldRuns),
  removeOldRows: fromStart(removeOldRows),
  removeUnconfirmedAccounts,
  eraseDeletedAccounts,
  removeOldMessages: fromStart(removeOldMessages),
  removeOldSecurityEvents: fromStart(removeOldSecurityEvents),
  // After the accounts, whose files expire with them.
  removeExpiredExports,
  startOverdue: fromStart(startOverdue),
  sealEvents,
}

/**
 * Which steps have more to do, and where they continue. A step may continue where it was, so each chunk has a number: of
 * two messages with the same cursor, QStash would deliver one.
 */
const cursorSchema = z.object({
  chunk: z.number(),
  places: z.record(z.string(), z.tuple([z.number(), z.number()])),
})

/** One chunk of each step. A step that has more to do gets another chunk; one that breaks does not stop the others. */
export const sweep: Job = async (context, cursor) => {
  const { chunk, places } = readCursor(cursor) ?? { chunk: 0, places: null }
  const results: Record<string, StepResult> = {}
  for (const [name, step] of Object.entries(steps)) {
    const after = places?.[name] ?? null
    if (places === null || after !== null) results[name] = await attempt(() => step(context, after))
  }
  const all = Object.values(results)
  const more = Object.entries(results).flatMap(([name, { next }]) => (next ? [[name, next] as const] : []))
  const next = { chunk: chunk + 1, places: Object.fromEntries(more) }
  return {
    handled: sum(all.map(({ handled }) => handled)),
    failed: sum(all.map(({ failed }) => failed)),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    cursor: more.length > 0 ? JSON.stringify(next) : null,
  }
}

/** Null: from the start. So is a cursor that another version of Parley wrote. */
function readCursor(cursor: string | null): z.infer<typeof cursorSchema> | null {
  return cursor?.startsWith('{') ? (cursorSchema.safeParse(JSON.parse(cursor)).data ?? null) : null
}

async function attempt(step: () => Promise<StepResult>): Promise<StepResult> {
  try {
    return await step()
  } catch (error) {
    // QStash tries the whole chunk again.
    if (isDatabaseDown(error)) throw error
    return { handled: 0, failed: 1, error: String(error), next: null }
  }
}

/** A step that leaves nothing of what it finds, so that its next chunk begins at the start. */
function fromStart(handle: (context: JobContext) => Promise<number>): Step {
  return async (context) => {
    const handled = await handle(context)
    return { handled, failed: 0, error: null, next: handled >= CHUNK ? [0, 0] : null }
  }
}
