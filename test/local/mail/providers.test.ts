import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MailStandIn, startMail } from '../../../local/mail/server.ts'
import { type Listening, listen } from '../../../local/servers/listen.ts'

let mail: MailStandIn
let app: Listening
const received: { path: string; body: string; headers: Headers }[] = []

beforeEach(async () => {
  received.length = 0
  app = await listen({
    async fetch(request) {
      const { pathname: path } = new URL(request.url)
      received.push({ path, body: await request.text(), headers: request.headers })
      return new Response(null, { status: 204 })
    },
  })
  mail = await startMail({ webhook: { url: `${app.url}/webhooks/resend`, secret: 'whsec_bG9jYWw=' } })
})
afterEach(async () => {
  await mail.close()
  await app.close()
})

const page = async (path: string) => (await fetch(mail.url + path)).text()

describe('Google Chat', () => {
  const chat = (query: string, body: unknown) =>
    fetch(`${mail.url}/v1/spaces/AAQA1/messages?${query}`, { method: 'POST', body: JSON.stringify(body) })

  it('accepts a text, and a repeated request ID only once', async () => {
    const first = await (await chat('key=k&token=t&requestId=1', { text: 'Hello' })).json()
    expect(first).toMatchObject({ name: expect.stringMatching(/^spaces\/AAQA1\/messages\//), text: 'Hello' })
    expect(await (await chat('key=k&token=t&requestId=1', { text: 'Hello' })).json()).toEqual(first)
    expect(mail.texts()).toHaveLength(1)
    expect(await page('/')).toContain('Google Chat, space AAQA1')
  })

  it.each([
    ['key=k', { text: 'x' }, 401, 'UNAUTHENTICATED'],
    ['key=k&token=t', { text: '' }, 400, 'INVALID_ARGUMENT'],
    ['key=k&token=t', 7, 400, 'INVALID_ARGUMENT'],
    ['key=k&token=t', { text: 'x'.repeat(32_000) }, 400, 'INVALID_ARGUMENT'],
  ])('refuses %s %j as Google does', async (query, body, code, status) => {
    const response = await chat(query, body)
    expect(response.status).toBe(code)
    expect(await response.json()).toEqual({ error: { code, status, message: expect.any(String) } })
    expect(mail.texts()).toEqual([])
  })
})

describe('Twilio', () => {
  const sms = (fields: Record<string, string>, authorization = `Basic ${btoa('AC1:secret')}`) =>
    fetch(`${mail.url}/2010-04-01/Accounts/AC1/Messages.json`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Authorization: authorization },
    })
  const good = { To: '+46701234567', From: '+15005550006', Body: 'Hello' }

  it('accepts a message', async () => {
    const response = await sms(good)
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ sid: mail.texts()[0]?.id, status: 'queued', body: 'Hello' })
    expect(await page('/')).toContain('SMS to +46701234567')
  })

  it.each([
    [{ To: '' }, 400, 21604],
    [{ To: '0701234567' }, 400, 21211],
    [{ From: '' }, 400, 21603],
    [{ From: 'Parley' }, 400, 21212],
    [{ Body: '' }, 400, 21602],
    [{ Body: 'x'.repeat(1_601) }, 400, 21617],
  ])('refuses %j as Twilio does', async (fields, status, code) => {
    const response = await sms({ ...good, ...fields })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code, status, message: expect.any(String) })
  })

  it('refuses another account', async () => {
    expect(await (await sms(good, `Basic ${btoa('AC2:secret')}`)).json()).toMatchObject({
      code: 20003,
      status: 401,
    })
  })
})

describe('a mail in the inbox', () => {
  const unsubscribing = (url: string) => ({
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
  async function receive(headers = {}): Promise<string> {
    await fetch(`${mail.url}/emails`, {
      method: 'POST',
      headers: { Authorization: 'Bearer x', 'User-Agent': 'test' },
      body: JSON.stringify({ from: 'p@x.example', to: 'mara@x.example', subject: 'Hi', text: 'x', headers }),
    })
    return mail.messages()[0]?.id ?? ''
  }

  it('can be unsubscribed from like in a mail program', async () => {
    const id = await receive(unsubscribing(`${app.url}/unsubscribe/1`))
    expect(await page(`/messages/${id}`)).toContain('List-Unsubscribe=One-Click')
    const answer = await fetch(`${mail.url}/messages/${id}/unsubscribe`, { method: 'POST' })
    expect(await answer.text()).toContain('The app answered 204.')
    expect(received).toMatchObject([{ path: '/unsubscribe/1', body: 'List-Unsubscribe=One-Click' }])
    expect(received[0]?.headers.get('cookie')).toBeNull()
  })

  it('has no such button without the headers', async () => {
    const id = await receive()
    expect(await page(`/messages/${id}`)).not.toContain('Unsubscribe')
    expect((await fetch(`${mail.url}/messages/${id}/unsubscribe`, { method: 'POST' })).status).toBe(404)
  })

  it.each(['bounced', 'complained'])('can be reported as %s', async (event) => {
    const id = await receive()
    await fetch(`${mail.url}/messages/${id}/${event}`, { method: 'POST' })
    expect(received).toHaveLength(1)
    expect(received[0]?.path).toBe('/webhooks/resend')
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      type: `email.${event}`,
      data: { to: ['mara@x.example'], email_id: id },
    })
    expect(received[0]?.headers.get('svix-signature')).toMatch(/^v1,/)
  })
})
