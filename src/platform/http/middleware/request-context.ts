import { createMiddleware } from 'hono/factory'
import { parseEnv } from '../../../env.ts'
import { type Namespace, openCache } from '../../cache/cache.ts'
import { type AroundWrite, openDatabase } from '../../db/database.ts'
import { type AppEnv, afterResponse } from '../context.ts'
import { Timing } from '../timing.ts'

/** Gives the request its id, and sends it in `X-Request-Id`. Also reads the clock, once. */
export const requestId = createMiddleware<AppEnv>(async (c, next) => {
  c.set('now', Date.now())
  c.set('requestId', c.req.header('CF-Ray') ?? crypto.randomUUID())
  c.set('viewer', null)
  // Set before the response exists: Hono rebuilds a response whose headers change later.
  c.header('X-Request-Id', c.get('requestId'))
  await next()
})

/**
 * Parses the environment and opens the database and the cache for the request.
 * `staleAfter` names the cached results that a batch of SQL statements makes stale.
 */
export function openStores(staleAfter: (statements: readonly string[]) => readonly Namespace[]) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const env = parseEnv(c.env)
    const timing = new Timing()
    const cache = openCache(env, { afterwards: (work) => afterResponse(c, work), onCame: timing.onCame })
    const aroundWrite: AroundWrite = (statements, run) => {
      const stale = staleAfter(statements)
      return stale.length > 0 ? cache.changing(stale, run) : run()
    }
    c.set('env', env)
    c.set('timing', timing)
    c.set('cache', cache)
    c.set('db', openDatabase(env, { onRead: timing.onRead, aroundWrite }))
    await next()
  })
}
