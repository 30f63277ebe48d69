import { Hono } from 'hono'
import type { AppEnv } from '../../../../platform/http/context.ts'
import { flashTexts, notice } from '../../../../platform/http/flash.ts'
import { actionContextOf } from '../../../../platform/http/guards.ts'
import { renderPage } from '../../../../platform/http/render.ts'
import { routes } from '../../../../routes.ts'
import { startCheckBy } from '../../../audit/commands.ts'
import { selectChecks, selectLatestSeal, selectUnsealed } from '../../../audit/queries.ts'
import { cursorOf } from '../../../audit/verification.ts'
import { queueJob } from '../../../jobs/queue-job.ts'
import { runJob } from '../../../jobs/run-job.ts'
import { LatestCheck, VerificationPage } from './verification-page.tsx'

const redirectWith = flashTexts({
  check_started: 'The check has started.',
  check_running: notice('A check is already running.'),
})

const { pattern, href } = routes.admin.audit.verification

export const verificationRoutes = new Hono<AppEnv>()

verificationRoutes.get(pattern, async (c) => {
  const { db, now } = c.var
  const [[latest], [unsealed], checks] = await db.read([
    selectLatestSeal(db),
    selectUnsealed(db),
    selectChecks(db),
  ])
  const props = { latest: latest ?? null, unsealed: unsealed ?? { count: 0, since: null }, checks, now }
  return renderPage(c, {
    title: 'Is the audit log intact?',
    page: <VerificationPage {...props} />,
    fragment: <LatestCheck {...props} />,
  })
})

// With the clock off, the check runs here, and only its first chunk: about 40,000 events.
verificationRoutes.post(pattern, async (c) => {
  const { db, env, now } = c.var
  const id = await startCheckBy(db, actionContextOf(c))
  if (id === null) return redirectWith(c, 'check_running', href())
  const cursor = cursorOf({ id, sealId: 0 })
  if (env.QSTASH_TOKEN !== undefined) await queueJob('audit-verification', { env, now }, cursor)
  else await runJob('audit-verification', { db, env, now, clock: now }, cursor)
  return redirectWith(c, 'check_started', href())
})
