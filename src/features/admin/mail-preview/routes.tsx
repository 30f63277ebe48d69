import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { isLocal } from '../../../env.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { contentOf } from '../../notifications/commands.ts'
import { renderEmail } from '../../notifications/email/render-email.tsx'
import { galleryAt } from './gallery.ts'
import { MailPreviewPage } from './mail-preview-page.tsx'
import { MailPreviewsPage } from './mail-previews-page.tsx'
import { samplesAt } from './samples.ts'

/** Every e-mail with made-up content, for whoever writes them. Only where Parley runs on one's own machine. */
export const mailPreviewRoutes = new Hono<AppEnv>()

mailPreviewRoutes.use(
  `${routes.admin.mailPreview.index.pattern}/*`,
  createMiddleware<AppEnv>(async (c, next) => {
    if (!isLocal(c.var.env.PUBLIC_URL)) throw notFound()
    await next()
  }),
)

mailPreviewRoutes.get(routes.admin.mailPreview.index.pattern, (c) => {
  const emails = Object.keys(samplesOf(c)).map((kind) => ({ kind, subject: emailOf(c, kind).subject }))
  return renderPage(c, { title: 'E-mails', page: <MailPreviewsPage emails={emails} /> })
})

mailPreviewRoutes.get(routes.admin.mailPreview.show.pattern, (c) => {
  const kind = c.req.param('kind')
  const email = emailOf(c, kind)
  c.header('Content-Security-Policy', framingPolicy)
  return renderPage(c, { title: email.subject, page: <MailPreviewPage kind={kind} {...email} /> })
})

mailPreviewRoutes.get(routes.admin.mailPreview.html.pattern, (c) => {
  c.header('Content-Security-Policy', emailPolicy)
  c.header('X-Frame-Options', 'SAMEORIGIN')
  return c.html(emailOf(c, c.req.param('kind')).html)
})

// The only page that frames another one.
const framingPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// An e-mail carries its styles on its elements. Nothing may run or load.
const emailPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"

function samplesOf(c: AppContext) {
  const { env, now } = c.var
  return { ...samplesAt(now, env.CURRENCY), every_block: galleryAt(now) }
}

/** As the viewer would get it. */
function emailOf(c: AppContext, kind: string) {
  const sample = new Map(Object.entries(samplesOf(c))).get(kind)
  if (!sample) throw notFound()
  const { displayName: name, timeZone } = viewerOf(c)
  const email = { ...contentOf(sample), title: sample.title, path: sample.path, unsubscribeHref: null }
  const { PUBLIC_URL: publicUrl, SUPPORT_ADDRESS: supportAddress } = c.var.env
  return renderEmail(email, { name, timeZone, now: c.var.now, publicUrl, supportAddress })
}
