import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { showDeadLink } from '../../email-links/dead-link-page.tsx'
import { findLink } from '../../email-links/queries.ts'
import { originOf } from '../../security-log/origin.ts'
import { confirmAddress } from '../commands.ts'
import { ConfirmationPage } from './confirmation-page.tsx'

const redirectWith = flashTexts({
  email_confirmed: 'Your e-mail address is confirmed.',
})

const { pattern } = routes.emailLinks.confirmation

/** For anybody who has the link, signed in or not. */
export const confirmationRoutes = new Hono<AppEnv>()

confirmationRoutes.get(pattern, async (c) => {
  const link = await find(c)
  if (!link) return gone(c)
  const page = <ConfirmationPage link={link} token={tokenOf(c)} />
  return renderPage(c, { title: 'Confirm your e-mail address', page })
})

confirmationRoutes.post(pattern, async (c) => {
  const link = await find(c)
  const confirmed =
    link && (await confirmAddress({ db: c.var.db, now: c.var.now, origin: originOf(c) }, link))
  if (!confirmed?.ok) return gone(c)
  return redirectWith(c, 'email_confirmed', c.var.viewer ? routes.home.href() : routes.signIn.href())
})

function find(c: AppContext) {
  return findLink(c.var.db, tokenOf(c), ['confirmation', 'change'], c.var.now)
}

function tokenOf(c: AppContext): string {
  return c.req.param('token') ?? ''
}

function gone(c: AppContext) {
  return showDeadLink(c, { label: 'Your e-mail address', href: routes.settings.email.show.href() })
}
