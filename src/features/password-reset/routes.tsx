import { Hono } from 'hono'
import { type FormState, formWith, parseForm } from '../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { flashTexts } from '../../platform/http/flash.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import { clientAddress } from '../accounts/client-address.ts'
import { showDeadLink } from '../email-links/dead-link-page.tsx'
import { originOf } from '../security-log/origin.ts'
import { requestReset, resetPassword } from './commands.ts'
import { resetForm } from './new-password/forms.ts'
import { NewPasswordPage } from './new-password/new-password-page.tsx'
import { findReset, type OpenReset } from './queries.ts'
import { requestForm } from './request/forms.ts'
import { RequestPage, SentPage } from './request/request-page.tsx'

const redirectWith = flashTexts({
  password_reset: 'Password changed. Sign in with the new one.',
})

const { request, sent } = routes.forgotPassword
const { reset } = routes.emailLinks

/** For people who cannot sign in. Those who are signed in may use it too: they may not know their password. */
export const passwordResetRoutes = new Hono<AppEnv>()

passwordResetRoutes.get(routes.changePassword.pattern, (c) =>
  c.redirect(routes.settings.password.href(), 303),
)

passwordResetRoutes.get(request.pattern, (c) => showRequest(c, formWith()))

passwordResetRoutes.post(request.pattern, async (c) => {
  const form = await parseForm(c, requestForm)
  if (!form.ok) return showRequest(c, form, 422)
  await requestReset(requestOf(c), form.value.account, clientAddress(c))
  return c.redirect(sent.href(), 303)
})

passwordResetRoutes.get(sent.pattern, (c) => {
  const page = <SentPage supportAddress={c.var.env.SUPPORT_ADDRESS} />
  return renderPage(c, { title: 'Check your e-mail', page })
})

// Programs that scan mail open links, so this changes nothing.
passwordResetRoutes.get(reset.pattern, async (c) => {
  const reset = await find(c)
  return reset ? showNewPassword(c, reset, formWith()) : gone(c)
})

passwordResetRoutes.post(reset.pattern, async (c) => {
  const reset = await find(c)
  if (!reset) return gone(c)
  const form = await parseForm(c, resetForm(reset))
  if (!form.ok) return showNewPassword(c, reset, form, 422)

  const done = await resetPassword(requestOf(c), reset, form.value)
  return done.ok ? redirectWith(c, 'password_reset', routes.signIn.href()) : gone(c)
})

function find(c: AppContext) {
  return findReset(c.var.db, tokenOf(c), c.var.now)
}

function requestOf(c: AppContext) {
  return { db: c.var.db, now: c.var.now, origin: originOf(c) }
}

function tokenOf(c: AppContext): string {
  return c.req.param('token') ?? ''
}

function showRequest(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  return renderPage(c, { title: 'Forgot your password?', page: <RequestPage form={form} />, status })
}

function showNewPassword(c: AppContext, reset: OpenReset, form: FormState, status: 200 | 422 = 200) {
  const page = <NewPasswordPage reset={reset} token={tokenOf(c)} form={form} />
  return renderPage(c, { title: 'Set a new password', page, status })
}

function gone(c: AppContext) {
  return showDeadLink(c, { label: 'Ask for a new link', href: routes.forgotPassword.request.href() })
}
