import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf } from '../../../platform/http/guards.ts'
import { afterParam } from '../../../platform/http/paging.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { JobRunId } from '../../../shared/ids.ts'
import { recordStartBy } from '../../jobs/commands.ts'
import { listRuns } from '../../jobs/queries.ts'
import { queueJob } from '../../jobs/queue-job.ts'
import { runJob } from '../../jobs/run-job.ts'
import { jobNames } from '../../jobs/schedule.ts'
import { JobsPage, RunList } from './jobs-page.tsx'

const redirectWith = flashTexts({
  job_queued: 'The job is queued. It appears here when it runs.',
  job_run: 'The job ran once.',
})

const runListQuery = z.object({
  job: z.enum(jobNames).nullable().catch(null).default(null),
  after: afterParam(1),
})

export const jobRoutes = new Hono<AppEnv>()

jobRoutes.get(routes.admin.jobs.pattern, query(runListQuery), async (c) => {
  const { job, after } = c.req.valid('query')
  const runs = await listRuns(c.var.db, job, (after?.[0] ?? null) as JobRunId | null)
  const props = { job, runs, isFirst: after === null, isClockOn: c.var.env.QSTASH_TOKEN !== undefined }
  return renderPage(c, { title: 'Jobs', page: <JobsPage {...props} />, fragment: <RunList {...props} /> })
})

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
