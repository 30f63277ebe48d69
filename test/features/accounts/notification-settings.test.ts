import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { withoutMail } from '../../support/round-trips.ts'
import { valuesOf } from '../../support/visitor.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const webhook = 'https://chat.googleapis.com/v1/spaces/AAQA1/messages?key=k&token=t'

const settingsOf = async ({ id }: Person) => {
  const sql = 'select chat_webhook, phone, quiet_from, quiet_to from delivery_settings where user_id = ?'
  return { ...(await app.db.execute({ sql, args: [id] })).rows[0] }
}

async function opened(role: 'sponsor' | 'influencer' | 'admin'): Promise<Person> {
  const person = await makePerson(app, role)
  await person.browser.get('/settings/notifications')
  return person
}

test('the page shows only the kinds of one’s role, with the defaults ticked', async () => {
  const admin = await opened('admin')
  expect(admin.browser.sees('A sponsor is waiting for approval')).toBe(true)
  expect(admin.browser.sees('A sponsor invites you')).toBe(false)
  const influencer = await opened('influencer')
  expect(influencer.browser.sees('A sponsor invites you')).toBe(true)
  expect(influencer.browser.sees('An influencer applies')).toBe(false)
  const { on = [] } = valuesOf(influencer.browser.form('Save'))
  expect(on).toContain('ad_request_invitation.email')
  expect(on).toContain('ad_request_invitation.chat')
  expect(on).not.toContain('ad_request_invitation.sms')
  // E-mail about security has no checkbox.
  expect(on.some((value) => value.startsWith('password_changed.email'))).toBe(false)
})

test('what was chosen is saved and shown again', async () => {
  const person = await opened('influencer')
  await person.browser.submit('Save', {
    chat_webhook: `${webhook}&threadKey=x`,
    phone: '0046 (70) 123-45 67',
    quiet_from: '22:00',
    quiet_to: '07:30',
    on: ['ad_request_offer.sms', 'password_changed.email', 'sponsor_waiting.email'],
  })
  expect(person.browser.sees('Saved.')).toBe(true)
  expect(await settingsOf(person)).toEqual({
    chat_webhook: webhook,
    phone: '+46701234567',
    quiet_from: 1320,
    quiet_to: 450,
  })
  const values = valuesOf(person.browser.form('Save'))
  expect(values).toMatchObject({ phone: ['+46701234567'], quiet_from: ['22:00'], quiet_to: ['07:30'] })
  expect(values.on).toEqual(['ad_request_offer.sms'])

  await person.browser.submit('Save', { chat_webhook: '', phone: '', quiet_from: '', quiet_to: '' })
  expect(await settingsOf(person)).toEqual({
    chat_webhook: null,
    phone: null,
    quiet_from: null,
    quiet_to: null,
  })
})

test.each([
  [
    'chat_webhook',
    'https://chat.googleapis.com.evil.example/v1/spaces/A/messages?key=k&token=t',
    'Paste the whole',
  ],
  ['chat_webhook', 'x'.repeat(501), 'Use at most 500 characters'],
  ['phone', '0701234567', 'with its country code'],
  ['phone', '+0701234567', 'with its country code'],
  ['phone', 'call me', 'with its country code'],
  ['quiet_from', '22:00', 'Choose when the quiet hours end'],
  ['quiet_to', '07:00', 'Choose when the quiet hours begin'],
])('%s "%s" is refused at its field, and nothing typed is lost', async (field, value, error) => {
  const person = await opened('sponsor')
  await person.browser.submit('Save', { [field]: value, on: ['ad_request_offer.sms'] })
  expect(person.browser.page.status).toBe(422)
  expect(person.browser.sees(error)).toBe(true)
  const values = valuesOf(person.browser.form('Save'))
  expect(values[field]).toEqual([value])
  expect(values.on).toEqual(['ad_request_offer.sms'])
  expect(await settingsOf(person)).toEqual({})
})

test('times that are in no list are refused', async () => {
  const person = await opened('sponsor')
  for (const quiet_from of ['25:00', '22:07', '8', '-1:00']) {
    await person.browser.post('/settings/notifications', { quiet_from, quiet_to: '07:00' })
    expect(person.browser.page.status).toBe(422)
    expect(person.browser.sees('Choose a time from the list')).toBe(true)
  }
  await person.browser.post('/settings/notifications', { quiet_from: '07:00', quiet_to: '07:00' })
  expect(person.browser.sees('Choose another time than the beginning')).toBe(true)
})

test('a test message goes to the saved address, a few times only', async () => {
  const person = await opened('sponsor')
  await person.browser.submit('Test SMS')
  expect(person.browser.page.status).toBe(422)
  expect(person.browser.sees('Fill this in and save it first')).toBe(true)

  await person.browser.submit('Save', { phone: '+46701230000', chat_webhook: webhook })
  app.mail.clear()
  for (const channel of ['e-mail', 'Google Chat', 'SMS']) {
    await person.browser.submit(`Test ${channel}`)
    expect(person.browser.sees('Test message sent.')).toBe(true)
  }
  expect(app.mail.messages()).toMatchObject([{ to: [`${person.username}@example.com`] }])
  expect(app.mail.texts().map(({ to }) => to)).toEqual(['+46701230000', 'AAQA1'])

  app.mail.faults.set('AAQA1', { status: 404 })
  await person.browser.submit('Test Google Chat')
  expect(person.browser.page.status).toBe(422)
  expect(person.browser.page.document.querySelector('#field-chat_webhook-error')?.textContent).toContain(
    '404',
  )
  app.mail.faults.clear()

  await person.browser.submit('Test SMS')
  await person.browser.get('/settings/notifications')
  await person.browser.submit('Test SMS')
  expect(person.browser.sees('Wait a minute')).toBe(true)
})

test('a channel that the platform has switched off is not offered, and keeps what was saved', async () => {
  const person = await opened('influencer')
  await person.browser.submit('Save', { phone: '+46701230000', on: ['ad_request_offer.sms'] })
  const url = await app.another({ ...withoutMail, RESEND_API_KEY: 'test' })
  const cookie = person.browser.cookie
  const page = await (await fetch(`${url}/settings/notifications`, { headers: { Cookie: cookie } })).text()
  expect(page).toContain('This platform does not use Google Chat or SMS.')
  expect(page).not.toContain('name="phone"')
  expect(page).not.toContain('ad_request_offer.sms')
  const body = new URLSearchParams({ on: 'ad_request_offer.email' })
  const saved = await fetch(`${url}/settings/notifications`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { Cookie: cookie },
  })
  expect(saved.status).toBe(303)
  await person.browser.get('/settings/notifications')
  expect(valuesOf(person.browser.form('Save'))).toMatchObject({ phone: ['+46701230000'] })
  expect(valuesOf(person.browser.form('Save')).on).toEqual(
    expect.arrayContaining(['ad_request_offer.email', 'ad_request_offer.sms']),
  )
})

test('the page takes two round trips', async () => {
  const { browser } = await opened('influencer')
  const before = app.libsql.pipelines
  await browser.get('/settings/notifications')
  expect(app.libsql.pipelines - before).toBe(2)
})
