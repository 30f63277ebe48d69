import { openDatabase } from '../../../platform/db/database.ts'
import { type AppContext, afterResponse } from '../../../platform/http/context.ts'
import type { JobContext } from '../../../platform/queue/job.ts'
import { openQueue } from '../../../platform/queue/queue.ts'
import { routes } from '../../../routes.ts'
import { writeExports } from './write-exports.ts'

/** Has the waiting exports written after the response. If QStash is out of reach, the schedule does it later. */
export function startWriting(c: AppContext): void {
  const { env, now, requestId } = c.var
  const queue = openQueue(env)
  const start = queue
    ? queue.publish({
        path: routes.jobs.run.href({ job: 'exports' }),
        body: {},
        deduplicationId: `exports-${requestId}`,
      })
    : writeAll({ db: openDatabase(env), env, now, clock: now })
  afterResponse(c, start)
}

/** With the clock off, there is nobody else to do it. */
async function writeAll(context: JobContext): Promise<void> {
  let result = await writeExports(context, null)
  while (result.cursor !== null) result = await writeExports(context, result.cursor)
}
