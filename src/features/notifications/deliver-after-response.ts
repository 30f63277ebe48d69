import { createMiddleware } from 'hono/factory'
import type { Env } from '../../env.ts'
import { type Database, openDatabase } from '../../platform/db/database.ts'
import { type AppEnv, afterResponse } from '../../platform/http/context.ts'
import { openChannels, type Senders } from './delivery/senders.ts'
import { deliver } from './delivery.ts'

/** Sends what is due in the outbox after the response to a POST, so that nobody waits for it. */
export function deliverAfterResponse(sendersFor: (env: Env, db: Database) => Senders) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next()
    if (c.req.method !== 'POST' || c.res.status >= 400) return
    const { env, now } = c.var
    // The request's own database gives up after the time that a visitor would wait. Delivery may take longer.
    const db = openDatabase(env)
    const senders = sendersFor(env, db)
    if (openChannels(senders).length === 0) return
    afterResponse(c, deliver({ db, senders, now }))
  })
}
