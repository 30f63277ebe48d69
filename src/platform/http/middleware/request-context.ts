import { createMiddleware } from 'hono/factory'
import { parseEnv } from '../../../env.ts'
import { openCache } from '../../cache/cache.ts'
import { openDatabase } from '../../db/database.ts'
import { setPlatformCurrency } from '../../forms/platform-currency.ts'
import { NothingDone, restorationOf } from '../../forms/restoration.ts'
import { type AppEnv, afterResponse } from '../context.ts'
import { Timing } from '../timing.ts'

/** Gives the request its id, and sends it in `X-Request-Id`. Also reads the clock, once. */
export const requestId = createMiddleware<AppEnv>(async (c, next) => {
  c.set('now', Date.now())
  c.set('requestId', c.req.header('CF-Ray') ?? crypto.randomUUID())
  c.set('viewer', null)
  c.set('restoration', restorationOf(c.req.raw))
  c.set('reloadCounts', () => async () => undefined)
  // Set before the response exists: Hono rebuilds a response whose headers change later.
  c.header('X-Request-Id', c.get('requestId'))
  await next()
})

/** Parses the environment and opens the database and the cache for the request. */
export const openStores = createMiddleware<AppEnv>(async (c, next) => {
  const env = parseEnv(c.env)
  setPlatformCurrency(env.CURRENCY)
  const timing = new Timing()
  const cache = openCache(env, { waitUntil: (work) => afterResponse(c, work), onStatus: timing.onStatus })
  c.set('env', env)
  c.set('timing', timing)
  c.set('cache', cache)
  const db = openDatabase(env, {
    onRead: timing.onRead,
    timeout: env.DATABASE_TIMEOUT_MS,
    invalidateAfter: cache.invalidateAfter,
  })
  if (c.get('restoration'))
    db.firstChange.current = { statement: null, error: new NothingDone(), isMade: false }
  c.set('db', db)
  await next()
})
