import { createMiddleware } from 'hono/factory'
import { write } from '../../platform/db/write.ts'
import { type AppEnv, afterResponse } from '../../platform/http/context.ts'
import { forbidden } from '../../platform/http/errors.ts'
import { goTo } from '../../platform/http/guards.ts'
import { routes } from '../../routes.ts'
import { lazy } from '../../shared/lazy.ts'
import { recordSecurityEvent } from '../security-log/commands.ts'
import { originOf } from '../security-log/origin.ts'

/** Writes down who asks for an admin page without being an admin. They get their 404 all the same. */
export const recordDeniedAdminPage = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  const { db, now, viewer } = c.var
  if (!viewer || viewer.role === 'admin') return
  const event = { userId: viewer.id, kind: 'admin_page_denied', origin: originOf(c), at: now } as const
  afterResponse(c, write(db, [recordSecurityEvent({ ...event, detail: sectionOf(c.req.path) })]))
})

/** Leads admins to set up two-factor sign-in first, where it is required of them. */
export const adminsNeedTwoFactor = createMiddleware<AppEnv>(async (c, next) => {
  const { env, viewer } = c.var
  if (env.ADMIN_TWO_FACTOR === 'optional' || viewer?.role !== 'admin' || viewer.hasTwoFactor) return next()
  if (c.req.method !== 'GET') throw forbidden('Set up two-factor sign-in first.')
  return goTo(c, routes.settings.security.twoFactor.href())
})

/** Which part of the admin pages: "users". Empty if there is no such part, because the path can be anything. */
function sectionOf(path: string): string {
  const [, , section = ''] = path.split('/')
  return sections().has(section) ? section : ''
}

const sections = lazy(() => {
  const all = Object.values(routes.admin).flatMap((one) => ('pattern' in one ? [one] : Object.values(one)))
  return new Set(all.map(({ pattern }) => pattern.split('/')[2] ?? ''))
})
