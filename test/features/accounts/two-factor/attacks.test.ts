import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, PASSWORD } from '../../../support/people.ts'
import type { Visitor } from '../../../support/visitor.ts'
import { codeNow, RECOVERY_CODE, switchOn, wrongCode } from './authenticator.ts'
import { afterPassword, eventsOf, withTwoFactor } from './signing-in.ts'

const USED = 'Code: This code was used already. Wait until your app shows the next one'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

/** The error on the page, or where the browser has got to. */
function outcome({ page }: Visitor): string {
  return page.document.querySelector('.form-errors li')?.textContent ?? page.url
}

describe('each code', () => {
  it('is accepted once, also if it is sent from two browsers at once', async () => {
    const { person, secret } = await withTwoFactor(app)
    // All passwords come first: hashing them waits in turn, and a code is good for half a minute only.
    const browsers = await Promise.all(Array.from({ length: 3 }, () => afterPassword(app, person)))
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
    const { person, secret } = await withTwoFactor(app)
    const browser = await afterPassword(app, person)
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
    expect(await eventsOf(app, person)).toEqual(expect.arrayContaining(['code_failed 5', 'limit_hit 8']))
    const { rows } = await app.db.execute({
      sql: "select title from outbox where user_id = ? and kind = 'sign_in_code_guessed'",
      args: [person.id],
    })
    expect(rows).toMatchObject([{ title: 'Someone knows your password' }])
  })

  it('for recovery is accepted once, also if it is sent twice at once', async () => {
    const { person } = await withTwoFactor(app)
    const browsers = await Promise.all([afterPassword(app, person), afterPassword(app, person)])
    await Promise.all(
      browsers.map((browser) => browser.post('/sign-in/code?use=recovery', { code: RECOVERY_CODE })),
    )
    expect(browsers.filter((browser) => browser.page.url === '/home')).toHaveLength(1)
  })
})

it('somebody who tries codes all the time does not keep out the owner on a device of theirs', async () => {
  const { person, secret } = await withTwoFactor(app)
  const owner = await afterPassword(app, person)
  await owner.submit('Sign in', { code: codeNow(secret, -1) })
  await owner.post('/sign-out')

  const thief = await afterPassword(app, person)
  for (let guess = 0; guess < 6; guess++) await thief.post('/sign-in/code', { code: wrongCode(secret) })
  expect(thief.sees('Too many attempts')).toBe(true)

  await owner.get('/sign-in')
  await owner.submit('Sign in', { username: person.username, password: PASSWORD })
  await owner.submit('Sign in', { code: codeNow(secret) })
  expect(owner.page.url).toBe('/home')
})

describe('between password and code', () => {
  it('another password makes the first step void', async () => {
    const { person, secret } = await withTwoFactor(app)
    const browser = await afterPassword(app, person)
    await app.db.execute({
      sql: "update users set password_hash = 'scrypt$1024$8$1$c2FsdA$a2V5' where id = ?",
      args: [person.id],
    })
    await browser.submit('Sign in', { code: codeNow(secret) })
    expect(browser.page.url).toBe('/sign-in')
    expect(browser.sees('Please sign in again')).toBe(true)
    expect(await eventsOf(app, person)).toEqual([])
  })

  it('a suspension keeps them out', async () => {
    const { person, secret } = await withTwoFactor(app)
    const browser = await afterPassword(app, person)
    await app.db.execute({
      sql: "update users set status = 'suspended', suspended_from = 'active', suspension_reason = 'Spam.' where id = ?",
      args: [person.id],
    })
    await browser.submit('Sign in', { code: codeNow(secret) })
    expect(browser.page.url).toBe('/sign-in')
    expect(browser.hasCookie('parley_session')).toBe(false)
  })

  it("the state of one account is of no use with another account's code, or changed, or without the password", async () => {
    const [first, second] = [await withTwoFactor(app), await withTwoFactor(app)]
    const browser = await afterPassword(app, first.person)
    await browser.submit('Sign in', { code: codeNow(second.secret) })
    expect(browser.sees('This code is wrong')).toBe(true)

    const state = browser.cookie.split('parley_second_step=')[1] ?? ''
    const changed = `${state.startsWith('A') ? 'B' : 'A'}${state.slice(1)}`
    for (const forged of [changed, '', '100%', 'bnVsbA']) {
      const thief = app.visitor()
      thief.setCookie('parley_second_step', forged)
      await thief.post('/sign-in/code', { code: codeNow(first.secret) })
      expect(thief.page.url).toBe('/sign-in')
    }
  })

  it('the state starts no second session with the same code', async () => {
    const { person, secret } = await withTwoFactor(app)
    const browser = await afterPassword(app, person)
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
    const { person, secret } = await withTwoFactor(app)
    const browser = await afterPassword(app, person)
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
