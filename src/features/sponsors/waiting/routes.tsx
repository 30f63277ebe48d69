import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { resubmit, selectOwnSponsor } from '../commands.ts'
import { WaitingPage } from './waiting-page.tsx'

const redirectWith = flashTexts({
  resubmitted: 'Sent. An admin looks at it again.',
})

export const waiting = new Hono<AppEnv>()

waiting.get(routes.waiting.show.pattern, async (c) => {
  const { status } = viewerOf(c)
  if (status === 'active') return c.redirect(routes.home.href(), 303)

  const page = <WaitingPage sponsor={await ownSponsor(c)} rejected={status === 'rejected'} />
  return renderPage(c, { title: 'Your account waits', page })
})

waiting.post(routes.waiting.resubmission.pattern, async (c) => {
  const { companyName } = await ownSponsor(c)
  // Refused only when it is not rejected any more, as after a second click: the page shows what it is.
  const sent = await resubmit(c.var.db, viewerOf(c).id, companyName, c.var.now)
  if (!sent.ok) return c.redirect(routes.waiting.show.href(), 303)
  return redirectWith(c, 'resubmitted', routes.waiting.show.href())
})

async function ownSponsor(c: AppContext) {
  const [sponsor] = await selectOwnSponsor(c.var.db, viewerOf(c).id)
  if (!sponsor) throw notFound()
  return sponsor
}
