import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, PASSWORD, type Person } from '../../../support/people.ts'
import type { Visitor } from '../../../support/visitor.ts'
import { codeNow, switchOn } from '../two-factor/authenticator.ts'

const HOUR = 3_600_000
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('a sign-in from a new device', () => {
  test('is told to the owner by e-mail, with what to do', async () => {
    const person = await makePerson(app, 'influencer')
    await signIn(person)
    await expect.poll(() => mailsTo(person)).toHaveLength(1)
    const [mail] = mailsTo(person)
    expect(mail?.text).toContain('Firefox on Windows')
    expect(mail?.text).toContain("IF IT WASN'T YOU")
    expect(mail?.text).toContain('http://parley.test/settings/security')
    expect(mail?.html).toContain('Firefox on Windows')
  })

  test('is told no more once the device has signed in', async () => {
    const person = await makePerson(app, 'influencer')
    const browser = await signIn(person)
    await forgetMails(person)
    await browser.post('/sign-out')
    await signIn(person, browser)
    expect(await countMails(person)).toBe(0)
  })

  test('is told at most once an hour, however many sign in at once', async () => {
    const person = await makePerson(app, 'influencer')
    await Promise.all([signIn(person), signIn(person), signIn(person)])
    expect(await countMails(person)).toBe(1)
    await app.db.execute({
      sql: "update outbox set created_at = created_at - ? where user_id = ? and kind = 'new_device'",
      args: [HOUR + 1, person.id],
    })
    await signIn(person)
    expect(await countMails(person)).toBe(2)
  })

  test('is no news the first time that somebody signs in', async () => {
    const person = await makePerson(app, 'influencer')
    await app.db.execute({ sql: 'update users set last_seen_at = null where id = ?', args: [person.id] })
    await signIn(person)
    expect(await countMails(person)).toBe(0)
    await signIn(person)
    expect(await countMails(person)).toBe(1)
  })

  test('is told after the code, not after the password alone', async () => {
    const person = await makePerson(app, 'influencer')
    const secret = await switchOn(app, person.id)
    const browser = await signIn(person)
    expect(await countMails(person)).toBe(0)
    await browser.submit('Sign in', { code: codeNow(secret) })
    expect(browser.page.url).toBe('/home')
    expect(await countMails(person)).toBe(1)
  })

  test('is told for another account of a device that is known to the first', async () => {
    const [person, other] = [await makePerson(app, 'influencer'), await makePerson(app, 'sponsor')]
    await signIn(other, await signIn(person))
    expect(await countMails(other)).toBe(1)
  })
})

test('a new password on the same device is no new device', async () => {
  const person = await makePerson(app, 'influencer')
  await person.browser.post('/settings/password', {
    current_password: PASSWORD,
    new_password: 'eleven loud herons',
  })
  expect(person.browser.sees('Password changed.')).toBe(true)
  expect(await countMails(person)).toBe(0)
})

test('an admin who ends the sessions of somebody tells them by e-mail', async () => {
  const [admin, person] = [await makePerson(app, 'admin'), await makePerson(app, 'influencer')]
  await admin.browser.get(`/admin/users/${person.id}`)
  await admin.browser.submit('Sign out everywhere', { sessions_reason: 'A strange sign-in from abroad.' })
  const subject = 'An admin signed you out everywhere'
  await expect.poll(() => mailsTo(person, subject)).toHaveLength(1)
  const [mail] = mailsTo(person, subject)
  expect(mail?.text).toContain('set a new password')
  expect(mail?.text).not.toContain('abroad')
})

async function signIn({ username }: Person, browser: Visitor = app.visitor()): Promise<Visitor> {
  await browser.post('/sign-in', { username, password: PASSWORD }, { 'User-Agent': FIREFOX })
  return browser
}

function mailsTo({ username }: Person, subject = 'New sign-in to your account') {
  return app.mail
    .messages()
    .filter((mail) => mail.to.includes(`${username}@example.com`) && mail.subject === subject)
}

async function countMails({ id }: Person): Promise<number> {
  const { rows } = await app.db.execute({
    sql: "select count(*) as count from outbox where user_id = ? and kind = 'new_device'",
    args: [id],
  })
  return Number(rows[0]?.count)
}

async function forgetMails({ id }: Person): Promise<void> {
  await app.db.execute({ sql: 'delete from outbox where user_id = ?', args: [id] })
}
