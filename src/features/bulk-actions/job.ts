import type { Job, JobContext, JobResult } from '../../platform/queue/job.ts'
import { MAX_CHUNKS } from './bulk-action.ts'
import { runChunks } from './chunk/run-chunks.ts'
import { findBulkAction, selectStuck } from './queries.ts'
import { cursorOf, parseCursor, queueChunks } from './queue.ts'

const NOTHING: JobResult = { handled: 0, failed: 0, cursor: null }

/** Carries out the next chunks of the action that the cursor names. Without a cursor, it looks for those that got stuck. */
export const runBulkActions: Job = async (context, cursor) => {
  const place = parseCursor(cursor)
  if (!place) return queueStuck(context)

  const stored = await findBulkAction(context.db, place.id)
  if (stored?.state !== 'running') return NOTHING
  // These chunks have been carried out, but perhaps nobody got to queue the next ones. QStash takes them only once.
  if (stored.version !== place.version) return { ...NOTHING, cursor: cursorOf(stored) }

  const { db, env, clock } = context
  const { action, isOurs } = await runChunks({ db, now: clock, currency: env.CURRENCY }, stored, MAX_CHUNKS)
  return {
    handled: isOurs ? action.changed - stored.changed : 0,
    failed: isOurs ? action.failed - stored.failed : 0,
    error: action.error,
    cursor: isOurs && action.state === 'running' ? cursorOf(action) : null,
  }
}

async function queueStuck({ db, env, now, clock }: JobContext): Promise<JobResult> {
  const stuck = await selectStuck(db, clock)
  for (const action of stuck) await queueChunks(env, action, now)
  return NOTHING
}
