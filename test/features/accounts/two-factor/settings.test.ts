import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, PASSWORD, type Person, signedIn } from '../../../support/people.ts'
import { codeNow, RECOVERY_CODE, switchOn, wrongCode } from './authenticator.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

async function rowsOf(table: 'two_factor' | 'recovery_codes', { id }: Person) {
  return (await app.db.execute({ sql: `select * from ${table} where user_id = ?`, args: [id] })).rows
}

async function mailsTo({ id }: Person) {
  const { rows } = await app.db.execute({
    sql: 'select kind from outbox where user_id = ? order by id',
    args: [id],
  })
  return rows.map(({ kind }) => kind)
}

it('why there are no recovery codes yet does not look like a success', async () => {
  const { browser } = await makePerson(app, 'influencer')
  await browser.get('/settings/security/recovery-codes')
  expect(browser.page.url).toBe('/settings/security')
  const toast = browser.page.document.querySelector('.toast')
  expect(toast?.textContent).toContain('Set up two-factor sign-in first.')
  expect(toast?.className).toBe('toast toast-plain')
})

describe('setting up two-factor sign-in', () => {
  it('takes the password and a first code, and gives ten recovery codes once', async () => {
    const person = await makePerson(app, 'influencer')
    const { browser } = person
    await browser.get('/settings/security')
    await browser.click('Set up two-factor sign-in')
    await browser.submit('Continue', { current_password: 'wrong password' })
    expect(browser.page.status).toBe(422)
    expect(browser.sees('This is not your current password')).toBe(true)

    await browser.submit('Continue', { current_password: PASSWORD })
    expect(browser.page.url).toBe('/settings/security/two-factor/setup')
    const { document } = browser.page
    expect(document.querySelector('svg.qr-code')?.getAttribute('aria-label')).toMatch(/QR code/)
    const secret = document.querySelector('.authenticator-key')?.textContent?.replaceAll(' ', '') ?? ''
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    // It is not on until a code proves that the app has the key.
    await browser.submit('Switch on', { code: wrongCode(secret) })
    expect(browser.page.status).toBe(422)
    await browser.get('/settings/security')
    expect(browser.sees('Set up two-factor sign-in')).toBe(true)
    await browser.get('/settings/security/two-factor/setup')
    await browser.submit('Switch on', { code: codeNow(secret) })
    expect(browser.page.url).toBe('/settings/security/recovery-codes')
    const codes = [...browser.page.document.querySelectorAll('.recovery-codes li')].map(
      (li) => li.textContent,
    )
    expect(codes).toHaveLength(10)
    expect(await mailsTo(person)).toEqual(['two_factor_on'])

    await browser.get('/settings/security/recovery-codes')
    expect(browser.sees(codes[0] ?? 'none')).toBe(true)
    await browser.submit("I've saved them")
    expect(browser.page.url).toBe('/settings/security')
    expect(browser.sees('10 of 10 left')).toBe(true)
    await browser.get('/settings/security/recovery-codes')
    expect(browser.sees(codes[0] ?? 'none')).toBe(false)

    // Neither the key nor a code is in the database.
    const stored = JSON.stringify([
      await rowsOf('two_factor', person),
      await rowsOf('recovery_codes', person),
    ])
    expect(stored).not.toContain(secret)
    for (const code of codes) expect(stored).not.toContain(code)
  })

  it('shows the key to the session that entered the password, and to no other', async () => {
    const person = await makePerson(app, 'influencer')
    await person.browser.get('/settings/security/two-factor')
    await person.browser.submit('Continue', { current_password: PASSWORD })
    const other = await signedIn(app, person.id)
    await other.get('/settings/security/two-factor/setup')
    expect(other.page.url).toBe('/settings/security/two-factor')
    await other.post('/settings/security/two-factor/setup', { code: '000000' })
    expect(other.page.url).toBe('/settings/security/two-factor')
  })

  it('of somebody who has it already changes nothing', async () => {
    const person = await makePerson(app, 'influencer')
    await person.browser.get('/settings/security/two-factor')
    await switchOn(app, person.id)
    const before = await rowsOf('two_factor', person)
    await person.browser.submit('Continue', { current_password: PASSWORD })
    expect(person.browser.page.url).toBe('/settings/security')
    expect(await rowsOf('two_factor', person)).toEqual(before)
  })
})

describe('switching two-factor sign-in off', () => {
  it('takes the password and a code, and e-mails the owner', async () => {
    const person = await makePerson(app, 'influencer')
    const secret = await switchOn(app, person.id)
    const { browser } = person
    await browser.get('/settings/security')
    await browser.click('Switch off')
    await browser.submit('Switch off', { current_password: PASSWORD, code: wrongCode(secret) })
    expect(browser.sees('This code is wrong')).toBe(true)
    await browser.submit('Switch off', { current_password: 'wrong', code: codeNow(secret) })
    expect(browser.sees('This is not your current password')).toBe(true)
    expect(await rowsOf('two_factor', person)).toHaveLength(1)

    await browser.submit('Switch off', { current_password: PASSWORD, code: codeNow(secret) })
    expect(browser.page.url).toBe('/settings/security')
    expect(browser.sees('Two-factor sign-in is off.')).toBe(true)
    expect(await rowsOf('two_factor', person)).toEqual([])
    expect(await rowsOf('recovery_codes', person)).toEqual([])
    expect(await mailsTo(person)).toEqual(['two_factor_off'])
  })

  it('works with a recovery code, without the phone', async () => {
    const person = await makePerson(app, 'influencer')
    await switchOn(app, person.id)
    await person.browser.get('/settings/security/two-factor/removal?use=recovery')
    await person.browser.submit('Switch off', { current_password: PASSWORD, code: RECOVERY_CODE })
    expect(person.browser.page.url).toBe('/settings/security')
    expect(await rowsOf('two_factor', person)).toEqual([])
  })
})

describe('new recovery codes', () => {
  it('take the place of the old ones', async () => {
    const person = await makePerson(app, 'influencer')
    await switchOn(app, person.id)
    const [old] = await rowsOf('recovery_codes', person)
    await person.browser.get('/settings/security')
    await person.browser.click('Make new recovery codes')
    await person.browser.submit('Make new codes', { current_password: PASSWORD })
    expect(person.browser.page.document.querySelectorAll('.recovery-codes li')).toHaveLength(10)
    const codes = await rowsOf('recovery_codes', person)
    expect(codes).toHaveLength(10)
    expect(codes.map(({ hash }) => hash)).not.toContain(old?.hash)
  })
})

describe('an admin', () => {
  it('removes the two-factor sign-in of somebody who has lost everything, but never their own', async () => {
    const [admin, person] = [await makePerson(app, 'admin'), await makePerson(app, 'influencer')]
    await switchOn(app, person.id)
    await switchOn(app, admin.id)
    await admin.browser.get(`/admin/users/${person.id}`)
    await admin.browser.submit('Remove two-factor', { two_factor_reason: '' })
    expect(admin.browser.page.status).toBe(422)
    await admin.browser.submit('Remove two-factor', { two_factor_reason: 'We met in person.' })
    expect(admin.browser.sees('Two-factor sign-in is off.')).toBe(true)
    expect(await rowsOf('two_factor', person)).toEqual([])
    expect(await mailsTo(person)).toEqual(['two_factor_off'])

    const path = `/admin/users/${admin.id}/two-factor/removal`
    expect((await admin.browser.post(path, { two_factor_reason: 'Why not.' })).status).toBe(403)
    expect(await rowsOf('two_factor', admin)).toHaveLength(1)
  })

  it('sets it up before anything else where it is required', async () => {
    const url = await app.another({ ADMIN_TWO_FACTOR: 'required' })
    const [admin, influencer] = [await makePerson(app, 'admin'), await makePerson(app, 'influencer')]
    const open = async ({ browser }: Person, path: string, method = 'GET') => {
      const headers = { Cookie: browser.cookie, Origin: url }
      const response = await fetch(url + path, { method, headers, redirect: 'manual' })
      return [response.status, response.headers.get('Location')]
    }
    expect(await open(admin, '/admin')).toEqual([303, '/settings/security/two-factor'])
    expect(await open(admin, '/admin/users')).toEqual([303, '/settings/security/two-factor'])
    expect(await open(admin, '/admin/flags', 'POST')).toEqual([403, null])
    expect(await open(admin, '/settings/security/two-factor')).toEqual([200, null])
    expect(await open(influencer, '/home')).toEqual([200, null])
    await switchOn(app, admin.id)
    expect(await open(admin, '/admin/users')).toEqual([200, null])
  })
})
