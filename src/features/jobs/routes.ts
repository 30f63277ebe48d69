import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod'
import { openDatabase } from '../../platform/db/database.ts'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/errors.ts'
import { isSigned } from '../../platform/queue/signature.ts'
import { routes } from '../../routes.ts'
import { runJob } from './run-job.ts'
import { jobNames } from './schedule.ts'

const message = z.object({
  /** For chunks after the first one: the moment that the whole run works for. */
  at: z.number().int().positive().optional(),
  cursor: z.string().nullable().default(null),
})

export const jobRoutes = new Hono<AppEnv>()

/** Only QStash may come in. For everybody else there is nothing to see, not even whether a job exists. */
jobRoutes.use(
  '/jobs/*',
  createMiddleware<AppEnv>(async (c, next) => {
    const body = await c.req.text()
    const signature = c.req.header('Upstash-Signature')
    const isFromQstash =
      c.req.method === 'POST' && (await isSigned(c.var.env, { path: c.req.path, body, signature }))
    if (!isFromQstash) return c.text('Not signed', 401)
    await next()
  }),
)

jobRoutes.post(routes.jobs.run.pattern, async (c) => {
  const job = jobNames.find((name) => name === c.req.param('job'))
  if (!job) throw notFound()
  const parsed = message.safeParse(parseJson(await c.req.text()))
  // It would make no more sense the next time, so QStash need not try again.
  if (!parsed.success) return new Response('Not a job message', neverAgain)
  const { at, cursor } = parsed.data
  const { env } = c.var
  // A job may take longer than a visitor would wait, so it gets a database without a time limit.
  const db = openDatabase(env, { invalidateAfter: c.var.cache.invalidateAfter })
  const clock = nowOf(c)
  return c.json(await runJob(job, { db, env, now: at ?? clock, clock }, cursor))
})

const neverAgain = { status: 489, headers: { 'Upstash-NonRetryable-Error': 'true' } }

/** Schedules send no body. */
function parseJson(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The local QStash can say that it is another time. */
function nowOf(c: AppContext): number {
  const asked = Number(c.req.header('Parley-Now'))
  return c.var.env.LOCAL_CLOCK && Number.isSafeInteger(asked) && asked > 0 ? asked : c.var.now
}
