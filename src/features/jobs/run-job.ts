import type { JobContext, JobResult } from '../../platform/queue/job.ts'
import { recordEnd, recordStart } from './commands.ts'
import { jobs } from './jobs.ts'
import { queueJob } from './queue-job.ts'
import type { JobName } from './schedule.ts'

/**
 * Runs one chunk of a job, records the run, and queues the next chunk. Throws what the job throws, so that QStash tries
 * this chunk again.
 */
export async function runJob(job: JobName, context: JobContext, cursor: string | null): Promise<JobResult> {
  const startedAt = Date.now()
  const run = await recordStart(context.db, { job, at: context.now, cursor, startedAt })
  try {
    const result = await jobs[job](context, cursor)
    if (result.cursor !== null) await queueJob(job, context, result.cursor)
    await recordEnd(context.db, run, Date.now() - startedAt, result)
    return result
  } catch (error) {
    await recordEnd(context.db, run, Date.now() - startedAt, { error: String(error) })
    throw error
  }
}
