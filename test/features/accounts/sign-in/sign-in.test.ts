import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, PASSWORD, type Person } from '../../../support/people.ts'
import type { Page, Visitor } from '../../../support/visitor.ts'

let app: App
let person: Person

beforeAll(async () => {
  app = await startApp()
  person = await makePerson(app, 'influencer')
})
afterAll(() => app.close())

describe('somebody who guesses', () => {
  let known: Visitor

  // They use many addresses of one network, both names of the account, and headers that anybody can send.
  beforeAll(async () => {
    known = app.visitor()
    await signIn(known, { password: PASSWORD, address: '203.0.113.1' })
    for (let guess = 0; guess < 5; guess++) {
      await signIn(app.visitor(), {
        name: guess % 2 === 0 ? person.username : `${person.username}@example.com`,
        password: 'a wrong guess',
        address: `2001:db8:1:2::${guess}`,
        headers: { 'X-Forwarded-For': `198.51.100.${guess}`, 'X-Real-IP': `198.51.100.${guess}` },
      })
    }
  })

  test('is stopped, and cannot tell from the answer whether it was right or whose name it is', async () => {
    const right = await signIn(app.visitor(), { password: PASSWORD, address: '2001:db8:1:2::aa' })
    const byEmail = await signIn(app.visitor(), {
      name: `${person.username}@example.com`,
      password: PASSWORD,
      address: '2001:db8:1:2::bb',
    })
    const unknown = await signIn(app.visitor(), { name: 'nobody', password: 'x', address: '2001:db8:1:2::c' })
    for (const { status, text } of [right, byEmail, unknown]) {
      expect(status).toBe(422)
      expect(text).toContain('Wrong username, e-mail or password')
    }
    expect(errorsOf(right)).toBe(errorsOf(unknown))
    expect(errorsOf(byEmail)).toBe(errorsOf(unknown))
  })

  test('does not stop the owner elsewhere, or on a browser that has signed in before', async () => {
    const elsewhere = await signIn(app.visitor(), { password: PASSWORD, address: '2001:db8:1:3::1' })
    expect(elsewhere.url).toBe('/home')
    await known.post('/sign-out')
    expect((await signIn(known, { password: PASSWORD, address: '2001:db8:1:2::dd' })).url).toBe('/home')
  })

  test('gets nothing from the cookie of another account', async () => {
    const attacker = app.visitor()
    const own = await makePerson(app, 'influencer')
    await signIn(attacker, { name: own.username, password: PASSWORD, address: '203.0.113.9' })
    await attacker.post('/sign-out')
    const guess = await signIn(attacker, { password: PASSWORD, address: '2001:db8:1:2::ee' })
    expect(guess.status).toBe(422)
    expect(attacker.hasCookie('parley_session')).toBe(false)
  })
})

describe('after signing in', () => {
  test('the browser lands on the page that was wanted, without a trace in the address', async () => {
    const browser = app.visitor()
    await browser.get('/settings/notifications?tab=1')
    await browser.submit('Sign in', { username: person.username, password: PASSWORD })
    expect(browser.page.url).toBe('/settings/notifications?tab=1')
  })

  test('a browser without cookies is told why it is not signed in', async () => {
    const body = new URLSearchParams({ username: person.username, password: PASSWORD })
    const sent = await fetch(`${app.url}/sign-in?next=/home`, { method: 'POST', body, redirect: 'manual' })
    const next = new URL(sent.headers.get('Location') ?? '', app.url)
    const page = await (await fetch(next)).text()
    expect(page).toContain('did not keep the sign-in cookie')
    expect(page).toContain('action="/sign-in?next=%2Fhome"')
  })
})

test.each([
  'parley_device=100%',
  'parley_device=%E0%A4%A; parley_session=%; parley_flash=100%; parley_list_users=%%%',
  `parley_device=${'a.'.repeat(2_000)}`,
  `parley_session=${'0'.repeat(4_000)}; parley_session=1; parley_session=`,
  '=; ;;; =x; parley_session',
])('a browser with the cookie %j can sign in', async (cookie) => {
  const body = new URLSearchParams({ username: person.username, password: PASSWORD })
  const headers = { Cookie: cookie, 'CF-Connecting-IP': '192.0.2.1' }
  const sent = await fetch(`${app.url}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' })
  expect(sent.status).toBe(303)
  expect(sent.headers.getSetCookie().join()).toMatch(/parley_session=\w{20}/)
})

interface Attempt {
  readonly name?: string
  readonly password: string
  readonly address: string
  readonly headers?: Record<string, string>
}

function signIn(
  browser: Visitor,
  { name = person.username, password, address, headers = {} }: Attempt,
): Promise<Page> {
  return browser.post('/sign-in', { username: name, password }, { ...headers, 'CF-Connecting-IP': address })
}

function errorsOf(page: Page): string {
  return page.document.querySelector('.form-errors')?.textContent ?? ''
}
