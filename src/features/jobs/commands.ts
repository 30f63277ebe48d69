import { eq, lte } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { mutation, returnedId, write } from '../../platform/db/write.ts'
import type { JobContext, JobResult } from '../../platform/queue/job.ts'
import { deleteSome, removeRows } from '../../platform/queue/remove-rows.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { JobRunId } from '../../shared/ids.ts'
import { okValue } from '../../shared/result.ts'
import { DAY } from '../../shared/time.ts'
import { recordAdminAct } from '../activity/commands.ts'
import type { JobName } from './schedule.ts'
import { jobRuns } from './schema.ts'

/** How long runs are kept. */
const KEPT = 30 * DAY

/** Records that an admin starts a job. A job has no id, so its name is the note. */
export async function recordStartBy(db: Database, job: JobName, context: ActionContext): Promise<void> {
  await write(db, [recordAdminAct({ subject: 'job', subjectId: 0, kind: 'started', note: job }, context)])
}

export async function recordStart(
  db: Database,
  run: {
    readonly job: JobName
    readonly at: number
    readonly cursor: string | null
    readonly startedAt: number
  },
): Promise<JobRunId> {
  const written = await write(db, [mutation.insert(jobRuns).values(run).returning({ id: jobRuns.id })])
  return returnedId(okValue(written)[0])
}

/** `took` is in milliseconds. */
export function recordEnd(
  db: Database,
  id: JobRunId,
  took: number,
  outcome: JobResult | { readonly error: string },
): Promise<unknown> {
  const values =
    'cursor' in outcome
      ? {
          handled: outcome.handled,
          failed: outcome.failed,
          error: outcome.error ?? null,
          next: outcome.cursor,
        }
      : outcome
  return write(db, [
    mutation
      .update(jobRuns)
      .set({ took, ...values })
      .where(eq(jobRuns.id, id)),
  ])
}

/** Removes runs that are too old to be of interest. Returns how many. */
export function removeOldRuns({ db, now }: JobContext): Promise<number> {
  return removeRows(db, [deleteSome(jobRuns.id, lte(jobRuns.startedAt, now - KEPT))])
}
