import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/context.ts'
import { sendCookies } from '../../../../platform/http/cookies.ts'
import { flashTexts } from '../../../../platform/http/flash.ts'
import { roles, viewerOf } from '../../../../platform/http/guards.ts'
import { renderPage } from '../../../../platform/http/render.ts'
import { routes } from '../../../../routes.ts'
import { originOf } from '../../../security-log/origin.ts'
import { explainCurrentPassword } from '../../passwords/explain-current-password.ts'
import { settingsPages } from '../settings-pages.ts'
import { changePassword, type PasswordRefusal } from './commands.ts'
import { passwordForm } from './forms.ts'
import { PasswordPage } from './password-page.tsx'

const redirectWith = flashTexts({
  password_changed: 'Password changed. You were signed out on all other devices.',
})

export const passwordSettings = new Hono<AppEnv>()

passwordSettings.use(routes.settings.password.pattern, roles(...settingsPages.password.roles))

passwordSettings.get(routes.settings.password.pattern, (c) => show(c, formWith()))

passwordSettings.post(routes.settings.password.pattern, async (c) => {
  const form = await parseForm(c, passwordForm)
  if (!form.ok) return show(c, form, 422)

  const changed = await changePassword(c.var, viewerOf(c).id, form.value, {
    cookieHeader: c.req.header('Cookie'),
    origin: originOf(c),
  })
  if (!changed.ok) return show(c, withErrors(form, explain(changed.refusal)), 422)
  sendCookies(c, changed.value)
  return redirectWith(c, 'password_changed', routes.settings.password.href())
})

function explain(refusal: PasswordRefusal): Record<string, string> {
  switch (refusal.kind) {
    case 'wrong':
    case 'too_many':
      return explainCurrentPassword[refusal.kind]
    case 'changed_meanwhile':
      return { form: 'Your account has just been changed elsewhere, so nothing was saved. Try again.' }
    case 'unsuitable':
      return { newPassword: refusal.problem }
  }
}

function show(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const page = <PasswordPage viewer={viewerOf(c)} form={form} />
  return renderPage(c, { title: 'Your password', page, status })
}
