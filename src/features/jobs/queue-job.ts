import type { JobContext } from '../../platform/queue/job.ts'
import { openQueue } from '../../platform/queue/queue.ts'
import { type JobName, jobPath } from './schedule.ts'

/** Has QStash run a job. Without a cursor it starts from the beginning. Does nothing if the clock is off. */
export async function queueJob(
  job: JobName,
  { env, now }: Pick<JobContext, 'env' | 'now'>,
  cursor: string | null,
): Promise<void> {
  await openQueue(env)?.publish({
    path: jobPath(job),
    body: { at: now, cursor },
    deduplicationId: `${job}-${now}-${cursor ?? 'start'}`.replaceAll(/[^\w-]/g, '_'),
  })
}
