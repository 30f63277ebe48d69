import { openDatabase } from '../../../platform/db/database.ts'
import { type AppContext, afterResponse } from '../../../platform/http/context.ts'
import type { Job, JobContext } from '../../../platform/queue/job.ts'
import { openQueue } from '../../../platform/queue/queue.ts'
import { routes } from '../../../routes.ts'

/**
 * Has the waiting files written after the response. If QStash is out of reach, the schedule does it later. `job` does it
 * if the clock is off.
 */
export function startWriting(c: AppContext, job: Job): void {
  const { env, now, requestId } = c.var
  const queue = openQueue(env)
  const start = queue
    ? queue.publish({
        path: routes.jobs.run.href({ job: 'exports' }),
        body: {},
        deduplicationId: `exports-${requestId}`,
      })
    : writeAll(job, { db: openDatabase(env), env, now, clock: now })
  afterResponse(c, start)
}

/** With the clock off, there is nobody else to do it. */
async function writeAll(job: Job, context: JobContext): Promise<void> {
  let result = await job(context, null)
  while (result.cursor !== null) result = await job(context, result.cursor)
}
