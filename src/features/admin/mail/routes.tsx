import { Hono } from 'hono'
import * as z from 'zod'
import { isLocal } from '../../../env.ts'
import type { AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { afterParam } from '../../../platform/http/paging.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import { retry } from '../../notifications/undelivered/commands.ts'
import { listUndelivered } from '../../notifications/undelivered/queries.ts'
import { MailPage, MessageTable } from './mail-page.tsx'

const redirectWith = flashTexts({
  message_retried: "The message is being sent again. If it isn't here any more in a minute, it has arrived.",
})

export const mailRoutes = new Hono<AppEnv>()

mailRoutes.get(routes.admin.mail.pattern, query(z.object({ after: afterParam(1) })), async (c) => {
  const { after } = c.req.valid('query')
  const page = await listUndelivered(c.var.db, viewerOf(c), after?.[0] ?? null)
  const props = { page, isFirst: after === null, hasPreviews: isLocal(c.var.env.PUBLIC_URL) }
  return renderPage(c, {
    title: 'Undelivered messages',
    page: <MailPage {...props} />,
    fragment: <MessageTable {...props} />,
  })
})

mailRoutes.post(routes.admin.mailRetry.pattern, params({ messageId: id<number>() }), async (c) => {
  const found = await retry(c.var.db, c.req.valid('param').messageId, actionContextOf(c))
  if (!found) throw notFound()
  return redirectWith(c, 'message_retried', routes.admin.mail.href())
})
