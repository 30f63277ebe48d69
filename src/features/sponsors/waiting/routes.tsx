import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { roles, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { resubmit } from '../commands.ts'
import { findOwnSponsor } from '../queries.ts'
import { WaitingPage } from './waiting-page.tsx'

const redirectWith = flashTexts({
  resubmitted: "Resubmitted. We'll review your account again.",
})

export const waiting = new Hono<AppEnv>()

waiting.use('/waiting/*', roles('sponsor'))

waiting.get(routes.waiting.show.pattern, async (c) => {
  const { status } = viewerOf(c)
  if (status === 'active') return c.redirect(routes.home.href(), 303)

  const page = <WaitingPage sponsor={await ownSponsor(c)} isRejected={status === 'rejected'} />
  return renderPage(c, { title: 'Waiting for approval', page })
})

waiting.post(routes.waiting.resubmission.pattern, async (c) => {
  const { companyName } = await ownSponsor(c)
  const resubmitted = await resubmit(c.var.db, viewerOf(c).id, companyName, c.var.now)
  // After a double click, for example. The page shows the current status.
  if (!resubmitted.ok) return c.redirect(routes.waiting.show.href(), 303)
  return redirectWith(c, 'resubmitted', routes.waiting.show.href())
})

async function ownSponsor(c: AppContext) {
  const sponsor = await findOwnSponsor(c.var.db, viewerOf(c).id)
  if (!sponsor) throw notFound()
  return sponsor
}
