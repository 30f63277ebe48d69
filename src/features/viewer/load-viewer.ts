import { createMiddleware } from 'hono/factory'
import {
  type AppContext,
  type AppEnv,
  afterResponse,
  type ReloadCounts,
} from '../../platform/http/context.ts'
import { validateSession } from '../accounts/sessions/validate-session.ts'
import { selectSessionAndViewer, selectViewerCounts, toViewer } from './queries.ts'

/** Loads the viewer. A request without a session cookie costs no round trip. */
export const loadViewer = createMiddleware<AppEnv>(async (c, next) => {
  c.set('reloadCounts', reloadCounts(c))
  if (c.var.restoration) {
    c.set('viewer', c.var.restoration.viewer)
    return next()
  }
  const { row, cookie, writes } = await validateSession(c.var, c.req.header('Cookie'), (values) =>
    selectSessionAndViewer(c.var.db, { ...values, path: c.req.path }),
  )
  c.set('viewer', row && toViewer(row))
  c.set('opensNotification', row?.opensNotification === 1)
  if (writes) afterResponse(c, writes)
  if (cookie) c.header('Set-Cookie', cookie, { append: true })
  await next()
})

function reloadCounts(c: AppContext): ReloadCounts {
  return () => {
    const { db, viewer, now } = c.var
    if (!viewer) return async () => undefined
    const queued = db.prefetch(selectViewerCounts(db, { id: viewer.id, now, path: c.req.path }))
    return async () => {
      const [counts] = await queued.rows()
      c.set('viewer', { ...viewer, ...counts })
    }
  }
}
