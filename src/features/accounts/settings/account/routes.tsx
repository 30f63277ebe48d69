import { Hono } from 'hono'
import { type FormState, parseForm } from '../../../../platform/forms/form.ts'
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
import { saveAccount } from './commands.ts'
import { accountForm, adminAccountForm } from './forms.ts'
import { findOwnAccount, type OwnAccount } from './queries.ts'

const redirectWith = flashTexts(saved)

export const accountSettings = new Hono<AppEnv>()

accountSettings.use(routes.settings.account.pattern, roles(...settingsPages.account.roles))

accountSettings.get(routes.settings.account.pattern, async (c) => {
  const account = await find(c)
  return show(c, account, formFrom(accountFields, account))
})

accountSettings.post(routes.settings.account.pattern, async (c) => {
  const form = await parseForm(c, viewerOf(c).role === 'admin' ? adminAccountForm : accountForm)
  if (!form.ok) return show(c, await find(c), form, 422)

  await saveAccount(c.var.db, viewerOf(c).id, form.value)
  return redirectWith(c, 'saved', routes.settings.account.href())
})

async function find(c: AppContext): Promise<OwnAccount> {
  const account = await findOwnAccount(c.var.db, viewerOf(c).id)
  if (!account) throw notFound()
  return account
}

function show(c: AppContext, account: OwnAccount, form: FormState, status: 200 | 422 = 200) {
  const page = <AccountPage viewer={viewerOf(c)} account={account} form={form} />
  return renderPage(c, { title: 'Your account', page, status })
}
