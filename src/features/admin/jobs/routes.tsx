import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf } from '../../../platform/http/guards.ts'
import { query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { recordStartBy } from '../../jobs/commands.ts'
import { queueJob } from '../../jobs/queue-job.ts'
import { runJob } from '../../jobs/run-job.ts'
import { jobNames } from '../../jobs/schedule.ts'
import { runList } from './run-list.tsx'

const redirectWith = flashTexts({
  job_queued: 'The job is queued. It appears here when it runs.',
  job_run: 'The job ran once.',
})

export const jobRoutes = new Hono<AppEnv>()

jobRoutes.get(routes.admin.jobs.pattern, query(listState(runList.search)), (c) =>
  showList(c, runList, c.req.valid('query')),
)

// With the clock off, the job runs here, and only its first chunk.
jobRoutes.post(routes.admin.jobStart.pattern, async (c) => {
  const job = jobNames.find((name) => name === c.req.param('job'))
  if (!job) throw notFound()
  const { db, env, now } = c.var
  await recordStartBy(db, job, actionContextOf(c))
  const isQueued = env.QSTASH_TOKEN !== undefined
  if (isQueued) await queueJob(job, { env, now }, null)
  else await runJob(job, { db, env, now, clock: now }, null)
  return redirectWith(c, isQueued ? 'job_queued' : 'job_run', routes.admin.jobs.href({ job }))
})
