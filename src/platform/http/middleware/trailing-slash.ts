import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context.ts'

/**
 * Redirects `/campaigns/?page=2` to `/campaigns?page=2`. The slashes in front become one, because browsers read
 * `//example.com` as another site. Only for GET and HEAD: nothing of ours sends a form to such an address.
 */
export const withoutTrailingSlash = createMiddleware<AppEnv>(async (c, next) => {
  const { method, path, url } = c.req
  const isRead = method === 'GET' || method === 'HEAD'
  if (!isRead || path === '/' || !path.endsWith('/')) return next()
  const { pathname, search } = new URL(url)
  return c.redirect(`/${pathname.replace(/^\/+|\/+$/g, '')}${search}`, 301)
})
