import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context.ts'

/**
 * Redirects `/campaigns/?page=2` to `/campaigns?page=2`. The slashes in front become one, because browsers read
 * `//example.com` as another site. Only for GET and HEAD: nothing of ours sends a form to such an address.
 */
export const withoutTrailingSlash = createMiddleware<AppEnv>(async (c, next) => {
  const { pathname, search } = new URL(c.req.url)
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!isRead || pathname === '/' || !pathname.endsWith('/')) return next()
  return c.redirect(`/${pathname.replace(/^\/+|\/+$/g, '')}${search}`, 301)
})
