import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { PASSWORD } from '../../../support/people.ts'
import { codeNow, RECOVERY_CODE, wrongCode } from './authenticator.ts'
import { afterPassword, eventsOf, withTwoFactor } from './signing-in.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('signing in with two-factor', () => {
  it('asks for the code after the password, and keeps where to go', async () => {
    const { person, secret } = await withTwoFactor(app)
    const browser = await afterPassword(app, person, '/settings/account')
    expect(browser.page.url).toBe('/sign-in/code?next=%2Fsettings%2Faccount')
    expect(browser.hasCookie('parley_session')).toBe(false)
    const field = browser.page.document.querySelector('input[name=code]')
    expect(field?.getAttribute('autocomplete')).toBe('one-time-code')
    expect(field?.getAttribute('inputmode')).toBe('numeric')

    await browser.submit('Sign in', { code: codeNow(secret) })
    expect(browser.page.url).toBe('/settings/account')
    expect(browser.hasCookie('parley_second_step')).toBe(false)
    expect(await eventsOf(app, person)).toEqual(['signed_in'])
  })

  it('tells a browser without cookies why it gets no further, after the password and after the code', async () => {
    const { person, secret } = await withTwoFactor(app)
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
    const { person } = await withTwoFactor(app)
    const browser = await afterPassword(app, person)
    expect(browser.page.document.querySelector('main a[href^="mailto:"]')).not.toBeNull()
  })

  it('opens nothing before the code', async () => {
    const { person } = await withTwoFactor(app, 'admin')
    const browser = await afterPassword(app, person)
    for (const path of ['/home', '/admin', '/settings/security']) {
      await browser.get(path)
      expect(browser.page.url).toMatch(/^\/sign-in\?next=/)
    }
  })

  it('refuses a wrong code at its field, and does not show it again', async () => {
    const { person, secret } = await withTwoFactor(app)
    const browser = await afterPassword(app, person)
    const page = await browser.submit('Sign in', { code: wrongCode(secret) })
    expect(page.status).toBe(422)
    expect(browser.sees('This code is wrong')).toBe(true)
    expect(page.document.querySelector('input[name=code]')?.getAttribute('value')).toBe('')
    expect(await eventsOf(app, person)).toEqual(['code_failed'])
    await browser.submit('Sign in', { code: codeNow(secret) })
    expect(browser.page.url).toBe('/home')
  })
})

describe('a recovery code', () => {
  it('gets in once, and says how many are left', async () => {
    const { person } = await withTwoFactor(app)
    const browser = await afterPassword(app, person, '/settings/security')
    await browser.click('Use a recovery code')
    await browser.submit('Sign in', { code: RECOVERY_CODE.toLowerCase().replaceAll('-', ' ') })
    expect(browser.page.url).toBe('/settings/security')
    expect(browser.sees('0 of 10 left')).toBe(true)
    expect(await eventsOf(app, person)).toEqual(['recovery_code_used', 'signed_in'])
    const { rows } = await app.db.execute({
      sql: "select kind from outbox where user_id = ? and kind = 'recovery_code_used'",
      args: [person.id],
    })
    expect(rows).toHaveLength(1)

    const again = await afterPassword(app, person)
    await again.click('Use a recovery code')
    await again.submit('Sign in', { code: RECOVERY_CODE })
    expect(again.sees('This recovery code is wrong, or was used already')).toBe(true)
  })

  it('is no code of the app, and works for its own account only', async () => {
    const [{ person }, { person: other }] = [await withTwoFactor(app), await withTwoFactor(app)]
    await app.db.execute({ sql: 'delete from recovery_codes where user_id = ?', args: [other.id] })
    const browser = await afterPassword(app, other)
    await browser.submit('Sign in', { code: RECOVERY_CODE })
    expect(browser.sees('This code is wrong')).toBe(true)
    await browser.post('/sign-in/code?use=recovery', { code: RECOVERY_CODE })
    expect(browser.page.status).toBe(422)
    expect(await eventsOf(app, person)).toEqual([])
  })
})
