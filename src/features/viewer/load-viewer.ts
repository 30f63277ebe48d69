import { createMiddleware } from 'hono/factory'
import { write } from '../../platform/db/write.ts'
import {
  type AppContext,
  type AppEnv,
  afterResponse,
  type ReloadCounts,
} from '../../platform/http/context.ts'
import { validateSession } from '../accounts/sessions/validate-session.ts'
import { selectSessionAndViewer, selectViewerCounts, toViewer } from './queries.ts'

/** The requests whose viewer is known, or known to be a visitor. */
const known = new WeakSet<AppContext>()

/** Loads the viewer. A request without a session cookie costs no round trip. */
export const loadViewer = createMiddleware<AppEnv>(async (c, next) => {
  known.add(c)
  c.set('reloadCounts', reloadCounts(c))
  const restoration = c.get('restoration')
  if (restoration) {
    c.set('viewer', restoration.viewer)
    return next()
  }
  const { row, cookie, changes } = await readSession(c)
  c.set('viewer', row && toViewer(row))
  c.set('opensNotification', row?.opensNotification === 1)
  if (changes.length > 0) afterResponse(c, write(c.get('db'), changes))
  if (cookie) c.header('Set-Cookie', cookie, { append: true })
  await next()
})

/**
 * For pages that are shown before `loadViewer` runs, like that of a form which was refused: whoever is signed in sees
 * their own header. It only reads. The request may be another site's, so it does not count as a visit.
 */
export async function findViewer(c: AppContext): Promise<void> {
  if (known.has(c)) return
  known.add(c)
  const { row } = await readSession(c)
  c.set('viewer', row && toViewer(row))
}

function readSession(c: AppContext) {
  const scope = { db: c.get('db'), env: c.get('env'), now: c.get('now') }
  return validateSession(scope, c.req.header('Cookie'), (values) =>
    selectSessionAndViewer(scope.db, { ...values, path: c.req.path }),
  )
}

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
