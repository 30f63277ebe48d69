import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, PASSWORD, type Person } from '../../../support/people.ts'
import type { Visitor } from '../../../support/visitor.ts'
import { codeNow, RECOVERY_CODE, switchOn, wrongCode } from './authenticator.ts'

const USED = 'Code: This code was used already. Wait until your app shows the next one'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

/** Somebody with two-factor sign-in, and what their authenticator app holds. */
async function withTwoFactor(role: 'influencer' | 'admin' = 'influencer') {
  const person = await makePerson(app, role)
  return { person, secret: await switchOn(app, person.id) }
}

/** A new browser in which the password was entered. */
async function afterPassword({ username }: Person, next?: string): Promise<Visitor> {
  const browser = app.visitor()
  await browser.get(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in')
  await browser.submit('Sign in', { username, password: PASSWORD })
  return browser
}

/** The error on the page, or where the browser has got to. */
function outcome({ page }: Visitor): string {
  return page.document.querySelector('.form-errors li')?.textContent ?? page.url
}

async function eventsOf({ id }: Person): Promise<string[]> {
  const { rows } = await app.db.execute({
    sql: 'select kind, count from security_events where user_id = ? order by id',
    args: [id],
  })
  return rows.map(({ kind, count }) => (count === 1 ? String(kind) : `${kind} ${count}`))
}

describe('signing in with two-factor', () => {
  it('asks for the code after the password, and keeps where to go', async () => {
    const { person, secret } = await withTwoFactor()
    const browser = await afterPassword(person, '/settings/account')
    expect(browser.page.url).toBe('/sign-in/code?next=%2Fsettings%2Faccount')
    expect(browser.hasCookie('parley_session')).toBe(false)
    const field = browser.page.document.querySelector('input[name=code]')
    expect(field?.getAttribute('autocomplete')).toBe('one-time-code')
    expect(field?.getAttribute('inputmode')).toBe('numeric')

    await browser.submit('Sign in', { code: codeNow(secret) })
    expect(browser.page.url).toBe('/settings/account')
    expect(browser.hasCookie('parley_second_step')).toBe(false)
    expect(await eventsOf(person)).toEqual(['signed_in'])
  })

  it('tells a browser without cookies why it gets no further, after the password and after the code', async () => {
    const { person, secret } = await withTwoFactor()
    const send = (path: string, fields: Record<string, string>, cookie = '') =>
      fetch(`${app.url}${path}`, {
        method: 'POST',
        headers: { Cookie: cookie, Origin: app.url },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      })
    const first = await send('/sign-in?next=/help', { username: person.username, password: PASSWORD })
    const [state = ''] = (first.headers.get('Set-Cookie') ?? '').split(';')
    const second = await send('/sign-in/code?next=/help', { code: codeNow(secret) }, state)
    for (const answer of [first, second]) {
      expect(answer.status).toBe(303)
      const page = await fetch(new URL(answer.headers.get('Location') ?? '', app.url))
      const html = await page.text()
      expect(html).toContain('did not keep the sign-in cookie')
      expect(html).toContain('action="/sign-in?next=%2Fhelp"')
    }
  })

  it('names the address to write to for somebody who has neither app nor recovery code', async () => {
    const { person } = await withTwoFactor()
    const browser = await afterPassword(person)
    expect(browser.page.document.querySelector('main a[href^="mailto:"]')).not.toBeNull()
  })

  it('opens nothing before the code', async () => {
    const { person } = await withTwoFactor('admin')
    const browser = await afterPassword(person)
    for (const path of ['/home', '/admin', '/settings/security']) {
      await browser.get(path)
      expect(browser.page.url).toMatch(/^\/sign-in\?next=/)
    }
  })

  it('refuses a wrong code at its field, and does not show it again', async () => {
    const { person, secret } = await withTwoFactor()
    const browser = await afterPassword(person)
    const page = await browser.submit('Sign in', { code: wrongCode(secret) })
    expect(page.status).toBe(422)
    expect(browser.sees('This code is wrong')).toBe(true)
    expect(page.document.querySelector('input[name=code]')?.getAttribute('value')).toBe('')
    expect(await eventsOf(person)).toEqual(['code_failed'])
    await browser.submit('Sign in', { code: codeNow(secret) })
    expect(browser.page.url).toBe('/home')
  })

  it('accepts each code once, also if it is sent from two browsers at once', async () => {
    const { person, secret } = await withTwoFactor()
    // All passwords come first: hashing them waits in turn, and a code is good for half a minute only.
    const browsers = await Promise.all(Array.from({ length: 3 }, () => afterPassword(person)))
    const code = codeNow(secret)
    await Promise.all(browsers.map((browser) => browser.submit('Sign in', { code })))
    expect(browsers.map(outcome).toSorted()).toEqual(['/home', USED, USED])

    const [later, last] = browsers.filter((browser) => outcome(browser) === USED)
    if (!later || !last) throw new Error('Two of them are not signed in.')
    await later.submit('Sign in', { code })
    expect(outcome(later)).toBe(USED)
    await later.submit('Sign in', { code: codeNow(secret, 1) })
    expect(later.page.url).toBe('/home')
    // Nor is one from before it.
    await last.submit('Sign in', { code })
    expect(outcome(last)).toBe(USED)
  })

  it('makes guessing hopeless, also with many guesses at once, and tells the owner once', async () => {
    const { person, secret } = await withTwoFactor()
    const browser = await afterPassword(person)
    const guess = async () => {
      const response = await fetch(`${app.url}/sign-in/code`, {
        method: 'POST',
        headers: { Cookie: browser.cookie, Origin: app.url },
        body: new URLSearchParams({ code: wrongCode(secret) }),
      })
      return (await response.text()).includes('Too many attempts') ? 'too many' : 'wrong'
    }
    const answers = await Promise.all(Array.from({ length: 12 }, guess))
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(5)
    // Not even the right one works now.
    await browser.submit('Sign in', { code: codeNow(secret) })
    expect(browser.sees('Too many attempts')).toBe(true)
    expect(await eventsOf(person)).toEqual(expect.arrayContaining(['code_failed 5', 'limit_hit 8']))
    const { rows } = await app.db.execute({
      sql: "select title from outbox where user_id = ? and kind = 'sign_in_code_guessed'",
      args: [person.id],
    })
    expect(rows).toMatchObject([{ title: 'Someone knows your password' }])
  })
})

it('somebody who tries codes all the time does not keep out the owner on a device of theirs', async () => {
  const { person, secret } = await withTwoFactor()
  const owner = await afterPassword(person)
  await owner.submit('Sign in', { code: codeNow(secret, -1) })
  await owner.post('/sign-out')

  const thief = await afterPassword(person)
  for (let guess = 0; guess < 6; guess++) await thief.post('/sign-in/code', { code: wrongCode(secret) })
  expect(thief.sees('Too many attempts')).toBe(true)

  await owner.get('/sign-in')
  await owner.submit('Sign in', { username: person.username, password: PASSWORD })
  await owner.submit('Sign in', { code: codeNow(secret) })
  expect(owner.page.url).toBe('/home')
})

describe('a recovery code', () => {
  it('gets in once, and says how many are left', async () => {
    const { person } = await withTwoFactor()
    const browser = await afterPassword(person, '/settings/security')
    await browser.click('Use a recovery code')
    await browser.submit('Sign in', { code: RECOVERY_CODE.toLowerCase().replaceAll('-', ' ') })
    expect(browser.page.url).toBe('/settings/security')
    expect(browser.sees('0 of 10 left')).toBe(true)
    expect(await eventsOf(person)).toEqual(['recovery_code_used', 'signed_in'])
    const { rows } = await app.db.execute({
      sql: "select kind from outbox where user_id = ? and kind = 'recovery_code_used'",
      args: [person.id],
    })
    expect(rows).toHaveLength(1)

    const again = await afterPassword(person)
    await again.click('Use a recovery code')
    await again.submit('Sign in', { code: RECOVERY_CODE })
    expect(again.sees('This recovery code is wrong, or was used already')).toBe(true)
  })

  it('gets in once, also if it is sent twice at once', async () => {
    const { person } = await withTwoFactor()
    const browsers = await Promise.all([afterPassword(person), afterPassword(person)])
    await Promise.all(
      browsers.map((browser) => browser.post('/sign-in/code?use=recovery', { code: RECOVERY_CODE })),
    )
    expect(browsers.filter((browser) => browser.page.url === '/home')).toHaveLength(1)
  })

  it('is no code of the app, and works for its own account only', async () => {
    const [{ person }, { person: other }] = [await withTwoFactor(), await withTwoFactor()]
    await app.db.execute({ sql: 'delete from recovery_codes where user_id = ?', args: [other.id] })
    const browser = await afterPassword(other)
    await browser.submit('Sign in', { code: RECOVERY_CODE })
    expect(browser.sees('This code is wrong')).toBe(true)
    await browser.post('/sign-in/code?use=recovery', { code: RECOVERY_CODE })
    expect(browser.page.status).toBe(422)
    expect(await eventsOf(person)).toEqual([])
  })
})

describe('between password and code', () => {
  it('another password makes the first step void', async () => {
    const { person, secret } = await withTwoFactor()
    const browser = await afterPassword(person)
    await app.db.execute({
      sql: "update users set password_hash = replace(password_hash, 'XaIl', 'XaIm') where id = ?",
      args: [person.id],
    })
    await browser.submit('Sign in', { code: codeNow(secret) })
    expect(browser.page.url).toBe('/sign-in')
    expect(browser.sees('Please sign in again')).toBe(true)
    expect(await eventsOf(person)).toEqual([])
  })

  it('a suspension keeps them out', async () => {
    const { person, secret } = await withTwoFactor()
    const browser = await afterPassword(person)
    await app.db.execute({
      sql: "update users set status = 'suspended', suspended_from = 'active', suspension_reason = 'Spam.' where id = ?",
      args: [person.id],
    })
    await browser.submit('Sign in', { code: codeNow(secret) })
    expect(browser.page.url).toBe('/sign-in')
    expect(browser.hasCookie('parley_session')).toBe(false)
  })

  it("the state of one account is of no use with another account's code, or changed, or without the password", async () => {
    const [first, second] = [await withTwoFactor(), await withTwoFactor()]
    const browser = await afterPassword(first.person)
    await browser.submit('Sign in', { code: codeNow(second.secret) })
    expect(browser.sees('This code is wrong')).toBe(true)

    const state = browser.cookie.split('parley_second_step=')[1] ?? ''
    for (const forged of [`A${state.slice(1)}x`, '', '100%', 'bnVsbA']) {
      const thief = app.visitor()
      thief.setCookie('parley_second_step', forged)
      await thief.post('/sign-in/code', { code: codeNow(first.secret) })
      expect(thief.page.url).toBe('/sign-in')
    }
  })

  it('the state starts no second session with the same code', async () => {
    const { person, secret } = await withTwoFactor()
    const browser = await afterPassword(person)
    const kept = browser.cookie
    const code = codeNow(secret)
    await browser.submit('Sign in', { code })
    const response = await fetch(`${app.url}/sign-in/code`, {
      method: 'POST',
      headers: { Cookie: kept, Origin: app.url },
      body: new URLSearchParams({ code }),
      redirect: 'manual',
    })
    expect(response.status).toBe(422)
    expect(response.headers.getSetCookie().join()).not.toContain('parley_session=')
  })

  it("the sign-in gives a new session, whatever the browser's cookie was", async () => {
    const { person, secret } = await withTwoFactor()
    const browser = await afterPassword(person)
    browser.setCookie('parley_session', 'chosen-by-somebody-else')
    await browser.submit('Sign in', { code: codeNow(secret) })
    expect(browser.page.url).toBe('/home')
    expect(browser.cookie).not.toContain('chosen-by-somebody-else')
  })

  it('somebody who switches two-factor on while a password is checked is asked for a code too', async () => {
    const person = await makePerson(app, 'influencer')
    const browser = app.visitor()
    const signingIn = browser.post('/sign-in', { username: person.username, password: PASSWORD })
    await switchOn(app, person.id)
    await signingIn
    expect(browser.page.url).toBe('/sign-in/code')
  })
})
