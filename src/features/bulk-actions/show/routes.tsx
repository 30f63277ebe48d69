import { Hono } from 'hono'
import { openDatabase } from '../../../platform/db/database.ts'
import { type AppContext, type AppEnv, afterResponse } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { BulkActionId } from '../../../shared/ids.ts'
import { MAX_CHUNKS } from '../bulk-action.ts'
import { runChunks } from '../chunk/run-chunks.ts'
import { resumeBulkAction, stopBulkAction } from '../commands.ts'
import { kindOf } from '../kinds.ts'
import { findBulkAction, readProgress } from '../queries.ts'
import { queueChunks } from '../queue.ts'
import { titleOf } from '../wording.ts'
import { Progress, ProgressPage } from './progress-page.tsx'

const redirectWith = flashTexts({
  bulk_action_stopped: 'Stopped. What was changed before stays as it is.',
  bulk_action_resumed: 'Resumed.',
})

const { show, stop, resumption, nextChunks } = routes.admin.bulkActions
const withId = params({ bulkActionId: id<BulkActionId>() })

export const progressRoutes = new Hono<AppEnv>()

progressRoutes.get(show.pattern, withId, async (c) => {
  const progress = await readProgress(c.var.db, c.req.valid('param').bulkActionId)
  if (!progress) throw notFound()
  const props = { ...progress, kind: kindOf(progress.action), isClockOn: isClockOn(c) }
  return renderPage(c, {
    title: titleOf(props.kind, progress.action),
    page: <ProgressPage {...props} />,
    fragment: <Progress {...props} />,
  })
})

progressRoutes.post(stop.pattern, withId, async (c) => {
  const action = await find(c, c.req.valid('param').bulkActionId)
  const reason = `Stopped by ${viewerOf(c).displayName}.`
  const stopped = await stopBulkAction(c.var.db, action, reason, actionContextOf(c))
  // It was done, or stopped by somebody else. The page shows which.
  if (!stopped.ok) return c.redirect(hrefOf(action), 303)
  return redirectWith(c, 'bulk_action_stopped', hrefOf(action))
})

progressRoutes.post(resumption.pattern, withId, async (c) => {
  const action = await find(c, c.req.valid('param').bulkActionId)
  const resumed = await resumeBulkAction(c.var.db, action, actionContextOf(c))
  if (!resumed.ok) return c.redirect(hrefOf(action), 303)
  afterResponse(c, queueChunks(c.var.env, { ...action, version: action.version + 1 }, c.var.now))
  return redirectWith(c, 'bulk_action_resumed', hrefOf(action))
})

// With the clock off, there is nobody else to do it.
progressRoutes.post(nextChunks.pattern, withId, async (c) => {
  const action = await find(c, c.req.valid('param').bulkActionId)
  const { env, now, cache } = c.var
  // It may take longer than a visitor would wait.
  const { firstChange } = c.var.db
  const db = openDatabase(env, { invalidateAfter: cache.invalidateAfter, firstChange })
  if (!isClockOn(c))
    await runChunks({ db, now, currency: env.CURRENCY, by: actionContextOf(c) }, action, MAX_CHUNKS)
  return c.redirect(hrefOf(action), 303)
})

async function find(c: AppContext, bulkActionId: BulkActionId) {
  const action = await findBulkAction(c.var.db, bulkActionId)
  if (!action) throw notFound()
  return action
}

function isClockOn(c: AppContext): boolean {
  return c.var.env.QSTASH_TOKEN !== undefined
}

function hrefOf({ id: bulkActionId }: { id: BulkActionId }): string {
  return show.href({ bulkActionId })
}
