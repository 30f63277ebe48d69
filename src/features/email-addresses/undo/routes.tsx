import { Hono } from 'hono'
import { type FormState, formWith, parseForm } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { newPasswordForm } from '../../accounts/passwords/forms.ts'
import { showDeadLink } from '../../email-links/dead-link-page.tsx'
import { findLink, type OpenLink } from '../../email-links/queries.ts'
import { originOf } from '../../security-log/origin.ts'
import { undoChange } from '../commands.ts'
import { UndoPage } from './undo-page.tsx'

const redirectWith = flashTexts({
  email_change_undone: 'Your old address counts again. Sign in with your new password.',
})

const { pattern } = routes.emailLinks.undo

/** For anybody who has the link, signed in or not. */
export const undoRoutes = new Hono<AppEnv>()

undoRoutes.get(pattern, async (c) => {
  const link = await find(c)
  return link ? show(c, link, formWith()) : gone(c)
})

undoRoutes.post(pattern, async (c) => {
  const link = await find(c)
  if (!link) return gone(c)
  const form = await parseForm(c, newPasswordForm({ username: link.username, email: link.address }))
  if (!form.ok) return show(c, link, form, 422)

  const undone = await undoChange(
    { db: c.var.db, now: c.var.now, origin: originOf(c) },
    link,
    form.value.newPassword,
  )
  return undone.ok ? redirectWith(c, 'email_change_undone', routes.signIn.href()) : gone(c)
})

function find(c: AppContext) {
  return findLink(c.var.db, tokenOf(c), ['undo'], c.var.now)
}

function tokenOf(c: AppContext): string {
  return c.req.param('token') ?? ''
}

function show(c: AppContext, link: OpenLink, form: FormState, status: 200 | 422 = 200) {
  const page = <UndoPage link={link} token={tokenOf(c)} form={form} />
  return renderPage(c, { title: 'Take your account back', page, status })
}

function gone(c: AppContext) {
  return showDeadLink(c, { label: 'Set a new password', href: routes.forgotPassword.request.href() })
}
