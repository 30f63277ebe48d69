import { createMiddleware } from 'hono/factory'
import { type AppEnv, afterResponse } from '../../platform/http/context.ts'
import { findViewer } from '../accounts/sessions.ts'

/** Finds out who asks; costs no round trip where there is no cookie. */
export const loadViewer = createMiddleware<AppEnv>(async (c, next) => {
  const { viewer, cookie, slide } = await findViewer(c.var, c.req.header('Cookie') ?? '')
  c.set('viewer', viewer)
  if (slide) afterResponse(c, slide)
  if (cookie) c.header('Set-Cookie', cookie, { append: true })
  await next()
})
