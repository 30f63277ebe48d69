import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { saveReport } from './commands.ts'
import { isFromResend, parseReport } from './resend-webhook.ts'

/** Takes Resend's signed reports. Anything else is a 401, also if the platform has no secret to check them with. */
export const resendWebhook = new Hono<AppEnv>()

resendWebhook.post(routes.webhooks.resend.pattern, async (c) => {
  const { db, env, now } = c.var
  const request = {
    id: c.req.header('svix-id'),
    timestamp: c.req.header('svix-timestamp'),
    signature: c.req.header('svix-signature'),
    body: await c.req.text(),
  }
  const secret = env.RESEND_WEBHOOK_SECRET
  if (secret === undefined || !isFromResend(request, secret, now)) throw new HTTPException(401)

  const report = parseReport(request.body)
  if (report) await saveReport(db, report, now)
  return c.body(null, 204)
})
