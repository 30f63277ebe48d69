import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { AccountPage, PasswordPage } from './account-page.tsx'
import { changePassword, type PasswordRefusal } from './change-password.ts'
import { changeAccount, selectOwnAccount } from './commands.ts'
import { accountForm, passwordForm } from './forms.ts'

const redirectWith = flashTexts({
  ...saved,
  email_saved:
    'Saved. If that e-mail address belongs to another account, it stays there, and its owner is told by mail.',
  password_changed: 'Your password is changed. Other devices are signed out.',
})

export const account = new Hono<AppEnv>()

account.get(routes.settings.account.pattern, async (c) => {
  const [own] = await selectOwnAccount(c.var.db, viewerOf(c).id)
  if (!own) throw notFound()
  return showAccount(c, formWith(own))
})

account.post(routes.settings.account.pattern, async (c) => {
  const form = await parseForm(c, accountForm)
  if (!form.ok) return showAccount(c, form, 422)

  const changed = await changeAccount(c.var.db, viewerOf(c).id, form.value, c.var.now)
  if (!changed.ok) return showAccount(c, withErrors(form, { currentPassword: explain[changed.refusal] }), 422)
  return redirectWith(c, changed.value === 'email' ? 'email_saved' : 'saved', routes.settings.account.href())
})

account.get(routes.settings.password.pattern, (c) => showPassword(c, formWith()))

account.post(routes.settings.password.pattern, async (c) => {
  const form = await parseForm(c, passwordForm)
  if (!form.ok) return showPassword(c, form, 422)

  const { currentPassword: current, newPassword: wanted } = form.value
  const changed = await changePassword(c.var, viewerOf(c).id, { current, wanted })
  if (!changed.ok) return showPassword(c, withErrors(form, explainPassword(changed.refusal)), 422)
  c.header('Set-Cookie', changed.value, { append: true })
  return redirectWith(c, 'password_changed', routes.settings.password.href())
})

const explain = {
  password_needed: 'Enter your current password to change the e-mail address',
  password_wrong: 'This is not your current password',
  too_many: 'Too many tries. Wait a while, then try again.',
}

function explainPassword(refusal: PasswordRefusal): Record<string, string> {
  switch (refusal.kind) {
    case 'wrong':
      return { currentPassword: explain.password_wrong }
    case 'too_many':
      return { currentPassword: explain.too_many }
    case 'unfit':
      return { newPassword: refusal.problem }
  }
}

function showAccount(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  return renderPage(c, {
    title: 'Your account',
    page: <AccountPage viewer={viewerOf(c)} form={form} />,
    status,
  })
}

function showPassword(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  return renderPage(c, {
    title: 'Your password',
    page: <PasswordPage viewer={viewerOf(c)} form={form} />,
    status,
  })
}
