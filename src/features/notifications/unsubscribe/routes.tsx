import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { checkToken, switchEmail } from './commands.ts'
import type { UnsubscribeToken } from './token.ts'
import { UnsubscribePage } from './unsubscribe-page.tsx'

/** One-click unsubscribe (RFC 8058). The link is enough: nobody has to sign in to stop an e-mail. */
export const unsubscribeRoutes = new Hono<AppEnv>()

// Mail scanners follow links, so this changes nothing.
unsubscribeRoutes.get(routes.unsubscribe.show.pattern, async (c) => show(c, await tokenOf(c), 'ask'))

// Mail programs send this without cookies.
unsubscribeRoutes.post(routes.unsubscribe.show.pattern, async (c) => {
  const token = await tokenOf(c)
  await switchEmail(c.var.db, token, false)
  return show(c, token, 'off')
})

unsubscribeRoutes.post(routes.unsubscribe.undo.pattern, async (c) => {
  const token = await tokenOf(c)
  await switchEmail(c.var.db, token, true)
  return show(c, token, 'on')
})

async function tokenOf(c: AppContext): Promise<UnsubscribeToken> {
  const token = await checkToken(c.var.db, c.req.param('token') ?? '')
  if (token === null) throw notFound()
  return token
}

function show(c: AppContext, { kind }: UnsubscribeToken, step: 'ask' | 'off' | 'on') {
  const page = <UnsubscribePage kind={kind} token={c.req.param('token') ?? ''} step={step} />
  return renderPage(c, { title: 'Unsubscribe', page })
}
