import { Hono } from 'hono'
import { type FormState, parseForm, withErrors } from '../../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../../platform/http/context.ts'
import { notFound } from '../../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../../platform/http/flash.ts'
import { roles, viewerOf } from '../../../../platform/http/guards.ts'
import { renderPage } from '../../../../platform/http/render.ts'
import { routes } from '../../../../routes.ts'
import { clearAddress } from '../../../notifications/bounces/commands.ts'
import { type Channel, channelKeys, channels } from '../../../notifications/channels.ts'
import { openChannels, openSenders } from '../../../notifications/delivery/senders.ts'
import { savePreferences } from '../../../notifications/preferences/commands.ts'
import { type DeliveryPreferences, findPreferences } from '../../../notifications/preferences/queries.ts'
import { settingsPages } from '../settings-pages.ts'
import { choicesOf, type NotificationsForm, notificationsForm, storedForm } from './forms.ts'
import { NotificationsPage } from './notifications-page.tsx'
import { sendTestMessage, type TestRefusal } from './test-message.ts'

const redirectWith = flashTexts({
  ...saved,
  test_sent: 'Test message sent.',
  email_retried: "We'll send e-mail to your address again.",
})

const { index, test, emailRetry } = routes.settings.notifications

export const notificationSettings = new Hono<AppEnv>()

for (const { pattern } of [index, test, emailRetry])
  notificationSettings.use(pattern, roles(...settingsPages.notifications.roles))

notificationSettings.get(index.pattern, async (c) => {
  const preferences = await findOwn(c)
  return show(c, preferences, storedForm(preferences))
})

notificationSettings.post(index.pattern, async (c) => {
  const form = await parseForm(c, notificationsForm)
  if (!form.ok) return show(c, await findOwn(c), form, 422)

  const { id, role } = viewerOf(c)
  const on = openChannels(openSenders(c.var.env))
  await savePreferences(c.var.db, id, settingsOf(form.value, on), choicesOf(form.value.on, role, on))
  return redirectWith(c, 'saved', index.href())
})

notificationSettings.post(test.pattern, async (c) => {
  const channel = channelKeys.find((one) => one === c.req.param('channel'))
  if (channel === undefined) throw notFound()
  const preferences = await findOwn(c)
  const { id, displayName: name } = viewerOf(c)
  const person = { id, name, preferences }
  const sent = await sendTestMessage(c.var.db, openSenders(c.var.env), channel, person, c.var.now)
  if (sent.ok) return redirectWith(c, 'test_sent', index.href())
  return show(c, preferences, withErrors(storedForm(preferences), explain(channel, sent.refusal)), 422)
})

notificationSettings.post(emailRetry.pattern, async (c) => {
  await clearAddress(c.var.db, viewerOf(c).id, c.var.now)
  return redirectWith(c, 'email_retried', index.href())
})

async function findOwn(c: AppContext): Promise<DeliveryPreferences> {
  const preferences = await findPreferences(c.var.db, viewerOf(c).id)
  if (preferences === null) throw notFound()
  return preferences
}

// The form does not show the fields of a channel that is off, so they keep their values.
function settingsOf({ chatWebhook, phone, quietFrom, quietTo }: NotificationsForm, on: readonly Channel[]) {
  return {
    ...(on.includes('chat') && { chatWebhook }),
    ...(on.includes('sms') && { phone, quietFrom, quietTo }),
  }
}

const fieldOf: Record<Channel, string> = { email: 'form', chat: 'chatWebhook', sms: 'phone' }

function explain(channel: Channel, refusal: TestRefusal): Record<string, string> {
  const { label } = channels[channel]
  switch (refusal.kind) {
    case 'off':
      return { form: `${label} is switched off on this platform` }
    case 'no_address':
      return { [fieldOf[channel]]: 'Fill this in and save it first' }
    case 'unconfirmed':
      return { form: 'Confirm your e-mail address first. Until then, we only e-mail you the link for that' }
    case 'undeliverable':
      return { form: 'No e-mail is sent to your address at the moment. See above' }
    case 'too_many':
      return { form: 'You sent several test messages. Wait a minute, then try again' }
    case 'failed':
      return { [fieldOf[channel]]: `The test message was not accepted. The answer was: ${refusal.error}` }
  }
}

function show(c: AppContext, preferences: DeliveryPreferences, form: FormState, status: 200 | 422 = 200) {
  const on = openChannels(openSenders(c.var.env))
  const page = <NotificationsPage viewer={viewerOf(c)} preferences={preferences} form={form} on={on} />
  return renderPage(c, { title: 'Notification settings', page, status })
}
