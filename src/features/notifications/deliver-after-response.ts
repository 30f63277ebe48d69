import { createMiddleware } from 'hono/factory'
import { openDatabase } from '../../platform/db/database.ts'
import { type AppEnv, afterResponse } from '../../platform/http/context.ts'
import { openMailer } from '../../platform/mail/mailer.ts'
import { deliver } from './delivery.ts'

/** Sends the e-mails in the outbox after the response to a POST, so that nobody waits for them. */
export const deliverAfterResponse = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (c.req.method !== 'POST' || c.res.status >= 400) return
  const { env, now } = c.var
  const mailer = openMailer(env)
  // The request's own database gives up after the time that a visitor would wait. Delivery may take longer.
  const db = openDatabase(env)
  if (mailer) afterResponse(c, deliver({ db, mailer, publicUrl: env.PUBLIC_URL, now }))
})
