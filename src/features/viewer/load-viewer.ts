import { createMiddleware } from 'hono/factory'
import { type AppEnv, afterResponse } from '../../platform/http/context.ts'
import { validateSession } from '../accounts/sessions.ts'
import { selectSessionAndViewer, toViewer } from './queries.ts'

/** Loads the viewer. A request without a session cookie costs no round trip. */
export const loadViewer = createMiddleware<AppEnv>(async (c, next) => {
  const { row, cookie, writes } = await validateSession(c.var, c.req.header('Cookie'), (values) =>
    selectSessionAndViewer(c.var.db, values),
  )
  c.set('viewer', row && toViewer(row))
  if (writes) afterResponse(c, writes)
  if (cookie) c.header('Set-Cookie', cookie, { append: true })
  await next()
})
