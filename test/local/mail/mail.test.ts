import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MailStandIn, startMail } from '../../../local/mail/server.ts'

const email = {
  from: 'Parley <notifications@parley.example>',
  to: 'Mara Lind <mara@example.com>',
  subject: 'An offer is waiting for you',
  text: 'See http://127.0.0.1:8787/ad-requests/7?a=1&b=2.',
  html: '<p><a href="http://127.0.0.1:8787/ad-requests/7">See the offer</a></p>',
}
const hour = 60 * 60 * 1000

let mail: MailStandIn
let now: number

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22)
  mail = await startMail({ apiKey: 're_local', now: () => now })
})
afterEach(() => mail.close())

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(mail.url + path, {
    method: 'POST',
    headers: { Authorization: 'Bearer re_local', 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

const page = async (path: string) => (await fetch(mail.url + path)).text()

describe('sending', () => {
  it('accepts a mail and returns its id', async () => {
    const answer = await post('/emails', {
      ...email,
      cc: ['b@example.com'],
      headers: { 'List-Unsubscribe': '<https://x>' },
    })
    expect(answer.status).toBe(200)
    const [sent] = mail.messages()
    expect(await answer.json()).toEqual({ id: sent?.id })
    expect(sent).toMatchObject({
      to: ['Mara Lind <mara@example.com>'],
      cc: ['b@example.com'],
      text: email.text,
      headers: { 'List-Unsubscribe': '<https://x>' },
      at: now,
    })
  })

  it('accepts a batch of up to 100, all or none', async () => {
    const batch = Array.from({ length: 100 }, (_, index) => ({ ...email, subject: `Mail ${index}` }))
    const answer = await post('/emails/batch', batch)
    const { data } = await answer.json()
    expect(data.map(({ id }: { id: string }) => id)).toEqual(
      mail
        .messages()
        .map(({ id }) => id)
        .reverse(),
    )

    expect((await post('/emails/batch', [...batch, email])).status).toBe(422)
    expect((await post('/emails/batch', [])).status).toBe(422)
    expect((await post('/emails/batch', [email, { ...email, subject: undefined }])).status).toBe(422)
    expect(mail.messages()).toHaveLength(100)
  })

  it.each([
    ['from', { from: undefined }, 'missing_required_field', 'Missing `from` field.'],
    ['to', { to: [] }, 'missing_required_field', 'Missing `to` field.'],
    ['subject', { subject: '' }, 'missing_required_field', 'Missing `subject` field.'],
    ['text and HTML', { text: '', html: null }, 'missing_required_field', 'Missing `html` or `text` field.'],
    ['sender', { from: 'Parley' }, 'validation_error', 'Invalid `from` field.'],
    ['recipient', { to: ['a@example.com', 'b@'] }, 'validation_error', 'Invalid `to` field.'],
    [
      'number of recipients',
      { to: Array(51).fill('a@example.com') },
      'validation_error',
      'Invalid `to` field.',
    ],
    ['line break in the subject', { subject: 'Hi\r\nBcc: x@y.zz' }, 'validation_error', 'Invalid `subject`'],
    ['line break in a header', { headers: { 'X-A': 'a\nb' } }, 'validation_error', 'Invalid `headers`'],
  ])('refuses an e-mail with a missing or invalid value: %s', async (_, change, name, message) => {
    const answer = await post('/emails', { ...email, ...change })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toEqual({ statusCode: 422, name, message: expect.stringContaining(message) })
    expect(mail.messages()).toEqual([])
  })

  it('refuses a missing or wrong key, a missing user agent, and invalid JSON', async () => {
    expect((await post('/emails', email, { Authorization: '' })).status).toBe(401)
    expect((await post('/emails', email, { Authorization: 'Bearer re_other' })).status).toBe(403)
    expect((await post('/emails', email, { 'User-Agent': '' })).status).toBe(403)
    expect((await post('/emails', '{')).status).toBe(400)
    expect(mail.messages()).toEqual([])
  })
})

describe('an idempotency key', () => {
  const key = { 'Idempotency-Key': 'offer/7' }

  it('sends the same mail once', async () => {
    const first = await (await post('/emails', email, key)).json()
    expect(await (await post('/emails', email, key)).json()).toEqual(first)
    expect(mail.messages()).toHaveLength(1)
  })

  it('refuses another mail', async () => {
    await post('/emails', email, key)
    const answer = await post('/emails', { ...email, subject: 'Another' }, key)
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' })
    expect(mail.messages()).toHaveLength(1)
  })

  it('can be reused after 24 hours, and after a refusal', async () => {
    await post('/emails', { ...email, subject: '' }, key)
    await post('/emails', email, key)
    now += 24 * hour - 1
    await post('/emails', email, key)
    expect(mail.messages()).toHaveLength(1)
    now += 1
    await post('/emails', email, key)
    expect(mail.messages()).toHaveLength(2)
  })

  it('works for a batch, and has at most 256 characters', async () => {
    const first = await (await post('/emails/batch', [email, email], key)).json()
    expect(await (await post('/emails/batch', [email, email], key)).json()).toEqual(first)
    expect(mail.messages()).toHaveLength(2)
    expect((await post('/emails', email, { 'Idempotency-Key': 'x'.repeat(257) })).status).toBe(400)
  })
})

describe('the inbox', () => {
  it('lists mails newest first and by recipient, including blind copies', async () => {
    await post('/emails', { ...email, subject: 'First' })
    await post('/emails', { ...email, subject: 'Second', to: 'b@example.com', bcc: 'MARA@example.com' })
    await post('/emails', { ...email, subject: 'Third', to: 'b@example.com' })

    const subjects = async (query: string) => {
      const answer = await fetch(`${mail.url}/messages.json${query}`)
      return ((await answer.json()) as { subject: string }[]).map(({ subject }) => subject)
    }
    expect(await subjects('')).toEqual(['Third', 'Second', 'First'])
    expect(await subjects('?to=mara@example.com')).toEqual(['Second', 'First'])
    expect(await subjects('?to=ara@example.com')).toEqual([])

    const all = await page('/')
    expect(all.indexOf('Third')).toBeLessThan(all.indexOf('First'))
    expect(await page('/?to=mara@example.com')).not.toContain('Third')
  })

  it('shows a mail with clickable addresses, its headers and its HTML in a sandbox', async () => {
    await post('/emails', { ...email, headers: { 'X-Entity': 'offer-7' } })
    const path = `/messages/${mail.messages()[0]?.id}`
    const shown = await page(path)
    expect(shown).toContain(
      '<a href="http://127.0.0.1:8787/ad-requests/7?a=1&amp;b=2">http://127.0.0.1:8787/ad-requests/7?a=1&amp;b=2</a>.',
    )
    expect(shown).toContain('offer-7')
    expect(shown).toContain(`src="${path}/html"`)

    const part = await fetch(`${mail.url}${path}/html`)
    expect(part.headers.get('Content-Security-Policy')).toMatch(/^sandbox /)
    expect(await part.text()).toContain('<base target="_top">')
  })

  it('shows markup in a mail as text', async () => {
    await post('/emails', { ...email, subject: '<script>x</script>', text: '<img src=x> http://a"onclick=' })
    const shown = (await page('/')) + (await page(`/messages/${mail.messages()[0]?.id}`))
    expect(shown).not.toMatch(/<script|<img|"onclick/)
    expect(shown).toContain('&lt;script&gt;')
  })

  it('serves attachments byte for byte', async () => {
    const content = Buffer.from([0, 255, 10, 13])
    await post('/emails', {
      ...email,
      attachments: [{ filename: 'faktura ł.pdf', content: content.toString('base64') }],
    })
    const answer = await fetch(`${mail.url}/messages/${mail.messages()[0]?.id}/attachments/0`)
    expect(answer.headers.get('Content-Disposition')).toBe(
      "attachment; filename*=UTF-8''faktura%20%C5%82.pdf",
    )
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
  })

  it('refreshes the list unless this is off, but never an open mail', async () => {
    await post('/emails', email)
    expect(await page('/')).toContain('http-equiv="refresh"')
    expect(await page('/?refresh=off')).not.toContain('http-equiv="refresh"')
    expect(await page(`/messages/${mail.messages()[0]?.id}`)).not.toContain('http-equiv="refresh"')
  })

  it('has a button that clears it', async () => {
    await post('/emails', email)
    const { id } = mail.messages()[0] ?? {}
    const action = /<form method="post" action="([^"]*)"/.exec(await page('/'))?.[1]
    expect(await (await post(`${action}`, '')).text()).toContain('No e-mails yet.')
    expect((await fetch(`${mail.url}/messages/${id}`)).status).toBe(404)
  })
})
