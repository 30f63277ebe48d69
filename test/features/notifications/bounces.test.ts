import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventBody, signedHeaders } from '../../../local/mail/webhooks.ts'
import { type App, startApp } from '../../support/app.ts'
import { linkIn } from '../../support/mail/links.ts'
import { makePerson, PASSWORD, type Person } from '../../support/people.ts'

const secret = `whsec_${Buffer.from('a secret of 24 bytes ...').toString('base64')}`

let app: App
beforeAll(async () => {
  app = await startApp({ RESEND_WEBHOOK_SECRET: secret })
})
afterAll(() => app.close())

const mailTo = (address: string) => ({
  id: 'm1',
  at: Date.now(),
  from: 'Parley <p@example.com>',
  to: [address],
  cc: [],
  bcc: [],
  replyTo: [],
  subject: 'An offer',
  text: '',
  html: '',
  headers: {},
  attachments: [],
})
const bounceOf = (address: string, at = Date.now()) => eventBody('bounced', mailTo(address), at)

async function send(body: string, headers: Record<string, string> = signedHeaders(body, secret, Date.now())) {
  const { status } = await fetch(`${app.url}/webhooks/resend`, { method: 'POST', body, headers })
  return status
}

async function marks(address: string) {
  const sql = 'select reason, cleared_at from undeliverable_addresses where address = ?'
  return (await app.db.execute({ sql, args: [address] })).rows.map((row) => ({ ...row }))
}

async function enqueue({ id }: Person, state = 'pending', period = '1') {
  const sql = `insert into outbox (kind, subject, period, channel, user_id, title, body, path, state, due_at, created_at)
    values ('ad_request_offer', 'ad_request:1', ?, 'email', ?, 'x', '', '/home', ?, 9e15, 1) returning id`
  return Number((await app.db.execute({ sql, args: [period, id, state] })).rows[0]?.id)
}

const stateOf = async (id: number) =>
  (await app.db.execute({ sql: 'select state, last_error from outbox where id = ?', args: [id] })).rows[0]

test('a bounce stops e-mail to the address, and its owner is told in the app', async () => {
  const mara = await makePerson(app, 'influencer', { email: 'mara@gone.example' })
  const [pending, sent] = [await enqueue(mara), await enqueue(mara, 'sent', '2')]
  expect(await send(bounceOf('Mara <MARA@gone.example>'))).toBe(204)
  expect(await stateOf(pending)).toMatchObject({
    state: 'dead',
    last_error: 'E-mail to this address bounced.',
  })
  expect(await stateOf(sent)).toMatchObject({ state: 'sent' })

  await mara.browser.get('/notifications')
  await mara.browser.submit("We can't reach you by e-mail")
  expect(mara.browser.page.url).toBe('/settings/notifications')
  expect(mara.browser.page.text).toContain('E-mail to mara@gone.example bounced')
  expect(mara.browser.page.text).toContain('There is no mailbox with this name')

  await mara.browser.get('/settings/password')
  await mara.browser.submit('Change password', {
    current_password: PASSWORD,
    new_password: 'nine purple herons',
  })
  expect(mara.browser.sees('Password changed')).toBe(true)
  const { rows } = await app.db.execute("select * from outbox where kind = 'password_changed'")
  expect(rows).toEqual([])
})

test('a new address ends the mark', async () => {
  const jide = await makePerson(app, 'influencer', { email: 'jide@gone.example' })
  await send(bounceOf('jide@gone.example'))
  await jide.browser.get('/settings/email')
  await jide.browser.submit('Change address', { email: 'jide@here.example', current_password: PASSWORD })
  await jide.browser.get(
    await linkIn(app, { to: 'jide@here.example', subject: 'Confirm your new e-mail address' }),
  )
  await jide.browser.submit('Confirm this address')
  await jide.browser.get('/settings/notifications')
  expect(jide.browser.page.text).not.toContain('bounced, so')
  await jide.browser.submit('Test e-mail')
  expect(jide.browser.sees('Test message sent.')).toBe(true)
  expect(app.mail.messages()[0]?.to).toEqual(['jide@here.example'])
})

test('its owner can have e-mail sent to the address again, and a late report of the same bounce changes nothing', async () => {
  const { browser } = await makePerson(app, 'sponsor', { email: 'back@gone.example' })
  const bounce = bounceOf('back@gone.example', Date.now() - 1_000)
  await send(bounce)
  await browser.get('/settings/notifications')
  await browser.submit('Test e-mail')
  expect(browser.page.status).toBe(422)
  expect(browser.sees('No e-mail is sent to your address')).toBe(true)

  await browser.submit('Send to it again')
  expect(browser.sees("We'll send e-mail to your address again.")).toBe(true)
  expect(browser.sees('bounced, so')).toBe(false)
  await send(bounce)
  expect(await marks('back@gone.example')).toMatchObject([{ cleared_at: expect.any(Number) }])
  await send(bounceOf('back@gone.example', Date.now() + 1_000))
  expect(await marks('back@gone.example')).toMatchObject([{ cleared_at: null }])
  await browser.get('/notifications')
  expect(browser.page.text.match(/We can't reach you/g)).toHaveLength(2)
})

test('a complaint stops e-mail too', async () => {
  const { browser } = await makePerson(app, 'sponsor', { email: 'angry@x.example' })
  expect(await send(eventBody('complained', mailTo('angry@x.example'), Date.now()))).toBe(204)
  await browser.get('/settings/notifications')
  expect(browser.sees('You reported an e-mail to angry@x.example as spam')).toBe(true)
})

test('a repeated report does nothing', async () => {
  const { browser } = await makePerson(app, 'sponsor', { email: 'twice@x.example' })
  const body = bounceOf('twice@x.example')
  const headers = signedHeaders(body, secret, Date.now(), 'msg_1')
  expect(await Promise.all([send(body, headers), send(body, headers), send(body, headers)])).toEqual([
    204, 204, 204,
  ])
  expect(await send(bounceOf('twice@x.example'))).toBe(204)
  await browser.get('/notifications')
  expect(browser.page.text.match(/We can't reach you/g)).toHaveLength(1)
})

test.each([
  ['a delay', { type: 'email.delivery_delayed' }],
  ['a delivery', { type: 'email.delivered' }],
  ['a bounce that may not happen again', { data: { to: ['fine@x.example'], bounce: { type: 'Transient' } } }],
  ['nothing that we know', { data: 7 }],
])('%s marks nothing', async (_, change) => {
  const body = JSON.stringify({ ...JSON.parse(bounceOf('fine@x.example')), ...change })
  expect(await send(body)).toBe(204)
  expect(await marks('fine@x.example')).toEqual([])
})

const forged: [string, (body: string) => Record<string, string>][] = [
  ['without a signature', () => ({})],
  ['of another secret', (body) => signedHeaders(body, 'whsec_b3RoZXI=', Date.now())],
  ['of another body', (body) => signedHeaders(`${body} `, secret, Date.now())],
  ['six minutes old', (body) => signedHeaders(body, secret, Date.now() - 360_000)],
  ['six minutes early', (body) => signedHeaders(body, secret, Date.now() + 360_000)],
  ['of another id', (body) => ({ ...signedHeaders(body, secret, Date.now()), 'svix-id': 'msg_other' })],
  [
    'with a new time',
    (body) => ({
      ...signedHeaders(body, secret, Date.now() - 360_000),
      'svix-timestamp': String(Math.floor(Date.now() / 1_000)),
    }),
  ],
  [
    'of another version',
    (body) => {
      const headers = signedHeaders(body, secret, Date.now())
      return { ...headers, 'svix-signature': headers['svix-signature'].replace('v1,', 'v2,') }
    },
  ],
  [
    'cut short',
    (body) => {
      const headers = signedHeaders(body, secret, Date.now())
      return { ...headers, 'svix-signature': headers['svix-signature'].slice(0, 12) }
    },
  ],
]

test.each(forged)('a report %s is refused', async (_, headersFor) => {
  const body = bounceOf('forged@x.example')
  expect(await send(body, headersFor(body))).toBe(401)
  expect(await marks('forged@x.example')).toEqual([])
})

test('one of several signatures is enough, and a browser on another site has none', async () => {
  const body = bounceOf('rotated@x.example')
  const headers = signedHeaders(body, secret, Date.now())
  const several = {
    ...headers,
    'svix-signature': `v1,AAAA ${headers['svix-signature']}`,
    Origin: 'https://x.example',
  }
  expect(await send(body, several)).toBe(204)
  expect(await marks('rotated@x.example')).toHaveLength(1)
})

test('without a secret every report is refused', async () => {
  const body = bounceOf('nosecret@x.example')
  const other = await startApp()
  const { status } = await fetch(`${other.url}/webhooks/resend`, {
    method: 'POST',
    body,
    headers: signedHeaders(body, secret, Date.now()),
  })
  expect(status).toBe(401)
  await other.close()
})
