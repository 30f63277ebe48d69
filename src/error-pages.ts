import type { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { showGone } from './features/notifications/bell/opened-page.tsx'
import { findViewer } from './features/viewer/load-viewer.ts'
import { ChangeRefused } from './platform/db/database.ts'
import { DatabaseUnavailable } from './platform/db/wait-limit.ts'
import type { AppContext, AppEnv } from './platform/http/context.ts'
import { TooBusy } from './platform/http/errors.ts'
import { logError } from './platform/http/log.ts'
import { actionPages } from './platform/http/middleware/action-page.ts'
import { routes } from './routes.ts'
import { showDatabaseUnavailable } from './ui/feedback/database-unavailable.tsx'
import { canRender, plainError, showError } from './ui/feedback/show-error.tsx'
import { showTooBusy } from './ui/feedback/too-busy.tsx'

/** POSTs that no form of ours sends. */
const machines = [routes.jobs.run, routes.webhooks.resend]

/** Call it last: it knows the URLs of all routes before it. */
export function showErrors(app: Hono<AppEnv>): void {
  const actionPage = actionPages(app.routes, machines)

  app.notFound((c) => {
    const page = c.req.method === 'GET' ? actionPage(c.req.path) : null
    return page === null ? showNotFound(c) : c.redirect(page + new URL(c.req.url).search, 303)
  })
  app.onError(async (error, c) => {
    // Whoever waits for these answers instead.
    if (error instanceof ChangeRefused) return c.text(error.message, 409)
    if (error instanceof HTTPException) {
      // Refused before the viewer was loaded. If that fails now, the page is a visitor's.
      await findViewer(c).catch(() => undefined)
      return error.status === 404 ? showNotFound(c, error.message) : showError(c, error.status, error.message)
    }
    if (error instanceof TooBusy) return showTooBusy(c, error)
    logError(c, error)
    if (error instanceof DatabaseUnavailable) return showDatabaseUnavailable(c, error)
    return canRender(c) ? showError(c, 500) : c.text(plainError(c), 500)
  })
}

async function showNotFound(c: AppContext, message?: string): Promise<Response> {
  return (await showGone(c)) ?? showError(c, 404, message)
}
