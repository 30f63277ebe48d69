import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { securityHeaders, securityHeadersOf } from './security-headers.ts'

let app: App
let person: Person
beforeAll(async () => {
  app = await startApp()
  person = await makePerson(app, 'influencer')
})
afterAll(() => app.close())

const form = (body = '', headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
})

describe('security headers and no-store are on', () => {
  const answers: [string, number, string, RequestInit?][] = [
    ['a page', 200, '/campaigns'],
    ['a page without its body', 200, '/campaigns', { method: 'HEAD' }],
    ['a signed-in page', 200, '/home'],
    ['a fragment', 200, '/ad-requests', { headers: { 'HX-Request-Type': 'partial' } }],
    ['a redirect after a form', 303, '/notifications/read', form()],
    ['a refused form', 422, '/settings/account', form('email=x')],
    ['a form from another site', 403, '/notifications/read', form('', { Origin: 'https://evil.example' })],
    [
      'a body that cannot be read',
      400,
      '/settings/account',
      form('x', { 'Content-Type': 'multipart/form-data' }),
    ],
    ['a missing page', 404, '/nothing-here'],
    ['a page of another role', 404, '/admin'],
    ['an unknown method', 404, '/home', { method: 'PUT' }],
    ['a body that is too large', 413, '/notifications/read', form('x'.repeat(300_000))],
    ['the health check', 200, '/healthz'],
  ]

  it.each(answers)('%s (%i)', async (_, status, path, init = {}) => {
    const answer = await person.browser.send(path, init)
    await answer.arrayBuffer()
    expect(answer.status).toBe(status)
    expect(securityHeadersOf(answer)).toEqual(securityHeaders)
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
    expect(answer.headers.get('X-Request-Id')).toMatch(/^[\w-]{8,}$/)
  })

  it('the redirect to sign-in (303), and the same for htmx (204)', async () => {
    const page = await app.visitor().send('/home')
    const region = await app.visitor().send('/home', { headers: { 'HX-Request-Type': 'partial' } })
    expect([page.status, region.status]).toEqual([303, 204])
    for (const answer of [page, region]) expect(securityHeadersOf(answer)).toEqual(securityHeaders)
  })

  it('a server error (500), whose page shows the request id and no details', async () => {
    await app.db.execute('alter table notifications rename to gone')
    const answer = await person.browser.send('/notifications')
    const html = await answer.text()
    await app.db.execute('alter table gone rename to notifications')
    expect(answer.status).toBe(500)
    expect(securityHeadersOf(answer)).toEqual(securityHeaders)
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
    expect(html).toContain(answer.headers.get('X-Request-Id'))
    expect(html).not.toMatch(/notifications_|no such table|SQLITE|at .*\.js/)
    // This error was expected. The log has it with the request id, and without the SQL's parameters.
    const [logged = ''] = app.errors.splice(0)
    expect(logged).toContain(answer.headers.get('X-Request-Id'))
    expect(logged).toContain('no such table')
  })

  it('static files', async () => {
    const { html } = await app.visitor().get('/sign-in')
    const paths = [...html.matchAll(/(?:href|src)="(\/build\/[^"]+)"/g)].map(([, path = '']) => path)
    expect(paths.length).toBeGreaterThan(1)
    for (const path of [...paths, '/favicon.svg', '/apple-touch-icon.png']) {
      const answer = await app.visitor().send(path)
      await answer.arrayBuffer()
      expect([path, answer.status, securityHeadersOf(answer)]).toEqual([path, 200, securityHeaders])
    }
  })
})

describe('a form is accepted', () => {
  const own = () => app.url
  const sent: [string, () => Record<string, string>][] = [
    ['from our own page', () => ({ Origin: own(), 'Sec-Fetch-Site': 'same-origin' })],
    ['from our public URL', () => ({ Origin: 'http://parley.test' })],
    ['from our own page without an Origin', () => ({ 'Sec-Fetch-Site': 'same-origin' })],
    ['from our own page with a null Origin', () => ({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' })],
    [
      'from our own page behind a proxy with another name',
      () => ({ Origin: 'https://proxy.example', 'Sec-Fetch-Site': 'same-origin' }),
    ],
    ['started by the user, not by a page', () => ({ 'Sec-Fetch-Site': 'none' })],
    ['from a client that is not a browser', () => ({})],
  ]

  it.each(sent)('%s', async (_, headers) => {
    expect((await person.browser.send('/notifications/read', form('', headers()))).status).toBe(303)
  })
})

describe('a form is refused', () => {
  const sent: [string, () => Record<string, string>][] = [
    ['from another site', () => ({ Origin: 'https://evil.example' })],
    ['from another site with a forged Origin', () => ({ Origin: app.url, 'Sec-Fetch-Site': 'cross-site' })],
    ['from another subdomain', () => ({ 'Sec-Fetch-Site': 'same-site' })],
    ['from another site without an Origin', () => ({ 'Sec-Fetch-Site': 'cross-site' })],
    ['with a null Origin', () => ({ Origin: 'null' })],
    ['with a null Origin from another site', () => ({ Origin: 'null', 'Sec-Fetch-Site': 'cross-site' })],
    ['with an unknown Sec-Fetch-Site', () => ({ Origin: app.url, 'Sec-Fetch-Site': 'same-origin, none' })],
    ['with an empty Sec-Fetch-Site', () => ({ Origin: app.url, 'Sec-Fetch-Site': '' })],
    ['from our host on another port', () => ({ Origin: 'http://parley.test:81' })],
    ['from our host with another scheme', () => ({ Origin: 'https://parley.test' })],
    ['from a host whose name starts like ours', () => ({ Origin: 'http://parley.test.evil.example' })],
    ['with an invalid Origin', () => ({ Origin: 'parley.test' })],
  ]

  it.each(sent)('%s', async (_, headers) => {
    await app.db.execute({
      sql: "insert into notifications (user_id, kind, title, path, created_at) values (?, 'x', 'x', '/home', 0)",
      args: [person.id],
    })
    const answer = await person.browser.send('/notifications/read', form('', headers()))
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('sent from another site, so nothing was done')
    expect(await unread()).toBeGreaterThan(0)
  })

  it.each(['PUT', 'PATCH', 'DELETE'])('with %s', async (method) => {
    const headers = { Origin: 'https://evil.example' }
    expect((await person.browser.send('/notifications/read', { method, headers })).status).toBe(403)
  })
})

describe('a body', () => {
  it('over the limit is refused, with or without a Content-Length', async () => {
    const withLength = await person.browser.send('/settings/account', form('x'.repeat(256 * 1024 + 1)))
    const stream = new Blob(['x'.repeat(256 * 1024 + 1)]).stream()
    const withoutLength = await person.browser.send('/settings/account', {
      ...form(),
      body: stream,
      duplex: 'half',
    } as RequestInit)
    for (const answer of [withLength, withoutLength]) {
      expect(answer.status).toBe(413)
      expect(await answer.text()).toContain('larger than Parley accepts')
    }
  })

  it('at the limit is accepted', async () => {
    const answer = await person.browser.send('/settings/account', form('x'.repeat(256 * 1024)))
    expect(answer.status).toBe(422)
  })
})

async function unread(): Promise<number> {
  const sql = 'select count(*) as n from notifications where user_id = ? and read_at is null'
  return Number((await app.db.execute({ sql, args: [person.id] })).rows[0]?.n)
}
