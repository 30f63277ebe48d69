import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../context.ts'

/**
 * Sends `Server-Timing` with every page: whether it came from the cache, and how long it waited for the database.
 * Not with the response to a form: at sign-in it would tell a stranger how long the password check took.
 */
export const serverTiming = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (c.req.method === 'GET') c.res.headers.set('Server-Timing', c.get('timing').header)
})
