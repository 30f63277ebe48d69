import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { roles, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { explainCurrentPassword } from '../../accounts/passwords/explain-current-password.ts'
import { findOwnAccount, type OwnAccount } from '../../accounts/settings/account/queries.ts'
import { settingsPages } from '../../accounts/settings/settings-pages.ts'
import { originOf } from '../../security-log/origin.ts'
import { type ChangeRefusal, cancelChange, requestChange, sendLinkAgain } from './commands.ts'
import { EmailPage } from './email-page.tsx'
import { emailForm } from './forms.ts'

const redirectWith = flashTexts({
  email_change_requested: 'We sent a link to the new address. Open it to finish the change.',
  email_change_canceled: 'Your address stays as it is.',
  link_sent: 'We sent the link again.',
})

const { show: page, link, cancellation } = routes.settings.email

export const emailSettings = new Hono<AppEnv>()

for (const { pattern } of [page, link, cancellation])
  emailSettings.use(pattern, roles(...settingsPages.account.roles))

emailSettings.get(page.pattern, async (c) => show(c, await find(c), formWith()))

emailSettings.post(page.pattern, async (c) => {
  const form = await parseForm(c, emailForm)
  if (!form.ok) return show(c, await find(c), form, 422)

  const { email, currentPassword } = form.value
  const request = { db: c.var.db, now: c.var.now, origin: originOf(c) }
  const requested = await requestChange(request, viewerOf(c).id, email, currentPassword)
  if (!requested.ok) return show(c, await find(c), withErrors(form, explain[requested.refusal]), 422)
  return redirectWith(c, 'email_change_requested', page.href())
})

emailSettings.post(link.pattern, async (c) => {
  const sent = await sendLinkAgain(c.var, viewerOf(c).id)
  if (sent.ok) return redirectWith(c, 'link_sent', page.href())
  const tooMany = { form: "We've just sent several links. Wait a few minutes, then try again." }
  return show(c, await find(c), withErrors(formWith(), tooMany), 422)
})

emailSettings.post(cancellation.pattern, async (c) => {
  await cancelChange(c.var, viewerOf(c).id)
  return redirectWith(c, 'email_change_canceled', page.href())
})

const explain: Record<ChangeRefusal, Record<string, string>> = {
  ...explainCurrentPassword,
  same: { email: 'This is the address you have' },
  changed_meanwhile: { currentPassword: 'Your password was just changed. Enter the new one' },
}

async function find(c: AppContext): Promise<OwnAccount> {
  const account = await findOwnAccount(c.var.db, viewerOf(c).id)
  if (!account) throw notFound()
  return account
}

function show(c: AppContext, account: OwnAccount, form: FormState, status: 200 | 422 = 200) {
  const content = <EmailPage viewer={viewerOf(c)} account={account} form={form} />
  return renderPage(c, { title: 'Your e-mail address', page: content, status })
}
