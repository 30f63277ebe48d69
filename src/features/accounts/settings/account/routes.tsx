import { Hono } from 'hono'
import { type FormState, parseForm, withErrors } from '../../../../platform/forms/form.ts'
import { formFrom } from '../../../../platform/forms/form-from.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/context.ts'
import { notFound } from '../../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../../platform/http/flash.ts'
import { roles, viewerOf } from '../../../../platform/http/guards.ts'
import { renderPage } from '../../../../platform/http/render.ts'
import { routes } from '../../../../routes.ts'
import { accountFields } from '../../forms.ts'
import { settingsPages } from '../settings-pages.ts'
import { AccountPage } from './account-page.tsx'
import { type AccountRefusal, saveAccount } from './commands.ts'
import { accountForm, adminAccountForm } from './forms.ts'
import { findOwnAccount } from './queries.ts'

const redirectWith = flashTexts({
  ...saved,
  email_changed:
    "Saved. If another account already uses the new e-mail address, yours won't change, and we'll e-mail the other account's owner.",
})

export const accountSettings = new Hono<AppEnv>()

accountSettings.use(routes.settings.account.pattern, roles(...settingsPages.account.roles))

accountSettings.get(routes.settings.account.pattern, async (c) => {
  const account = await findOwnAccount(c.var.db, viewerOf(c).id)
  if (!account) throw notFound()
  return show(c, formFrom(accountFields, account))
})

accountSettings.post(routes.settings.account.pattern, async (c) => {
  const form = await parseForm(c, viewerOf(c).role === 'admin' ? adminAccountForm : accountForm)
  if (!form.ok) return show(c, form, 422)

  const outcome = await saveAccount(c.var.db, viewerOf(c).id, form.value, c.var.now)
  if (!outcome.ok) return show(c, withErrors(form, { currentPassword: explain[outcome.refusal] }), 422)
  return redirectWith(c, outcome.value, routes.settings.account.href())
})

const explain: Record<AccountRefusal, string> = {
  password_needed: 'Enter your current password to change your e-mail address',
  password_wrong: 'This is not your current password',
  too_many: 'Too many attempts. Wait a while, then try again',
}

function show(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const page = <AccountPage viewer={viewerOf(c)} form={form} />
  return renderPage(c, { title: 'Your account', page, status })
}
