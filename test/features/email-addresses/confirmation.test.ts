import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { linkIn, subjectsTo } from '../../support/mail/links.ts'
import { makePerson, PASSWORD } from '../../support/people.ts'
import type { Visitor } from '../../support/visitor.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const CONFIRM = 'Confirm your e-mail address'

test('a new address gets nothing but its link, until its owner has confirmed it', async () => {
  const { browser, username, email } = await signUp('sponsor')
  const link = await linkIn(app, { to: email, subject: CONFIRM })
  expect(browser.page.text).toContain(`${CONFIRM}: we sent a link to ${email}.`)

  const admin = await makePerson(app, 'admin')
  await admin.browser.get('/admin/sponsors')
  expect(admin.browser.page.text).toContain('Not confirmed')
  await admin.browser.submit('Approve')
  await browser.get('/notifications')
  expect(browser.sees('Your account is approved')).toBe(true)
  expect(await kindsTo(username)).toEqual(['email_confirmation'])

  // A program that scans mail opens the link.
  await app.visitor().get(link)
  expect(await isConfirmed(username)).toBe(false)
  expect(await statusOfSignIn(email)).toBe(422)

  // Works on a phone where nobody is signed in.
  const phone = app.visitor()
  await phone.get(link)
  expect(phone.page.text).toContain(email)
  await phone.submit('Confirm this address')
  expect(phone.page.url).toBe('/sign-in')
  expect(phone.sees('Your e-mail address is confirmed.')).toBe(true)
  expect(await isConfirmed(username)).toBe(true)
  expect(await statusOfSignIn(email)).toBe(303)
  await browser.get('/home')
  expect(browser.page.text).not.toContain(CONFIRM)

  await phone.get(link)
  expect(phone.page.status).toBe(410)
  expect(phone.sees('This link no longer works')).toBe(true)
})

test('nobody can use what the database holds', async () => {
  const { email } = await signUp('influencer')
  const token = (await linkIn(app, { to: email, subject: CONFIRM })).split('/').at(-1) ?? ''
  for (const table of ['outbox', 'email_links', 'events', 'notifications']) {
    const { rows } = await app.db.execute(`select * from ${table}`)
    expect(JSON.stringify(rows), table).not.toContain(token)
  }
  const { rows } = await app.db.execute({
    sql: 'select purpose from email_links where address = ?',
    args: [email],
  })
  expect(rows).toMatchObject([{ purpose: 'confirmation' }])
})

test('a link is over after 48 hours, and a new one works', async () => {
  const { browser, username, email } = await signUp('influencer')
  const link = await linkIn(app, { to: email, subject: CONFIRM })
  const { rows } = await app.db.execute({
    sql: 'select expires_at - created_at as life from email_links where address = ?',
    args: [email],
  })
  expect(rows).toMatchObject([{ life: 48 * 3_600_000 }])
  await app.db.execute({
    sql: 'update email_links set expires_at = ? where address = ?',
    args: [Date.now(), email],
  })
  await browser.get(link)
  expect(browser.page.status).toBe(410)
  expect((await browser.post(link)).status).toBe(410)

  await browser.get('/home')
  await browser.submit('Send again')
  expect(browser.sees('We sent the link again.')).toBe(true)
  await browser.get(await linkIn(app, { to: email, subject: CONFIRM, count: 2 }))
  await browser.submit('Confirm this address')
  expect(browser.page.url).toBe('/home')
  expect(await isConfirmed(username)).toBe(true)
})

test('sending again is limited, and says so', async () => {
  const { browser, email } = await signUp('influencer')
  const statuses = []
  for (let index = 0; index < 4; index++) statuses.push((await browser.post('/settings/email/link')).status)
  expect(statuses).toEqual([200, 200, 200, 422])
  expect(browser.sees('several links')).toBe(true)
  expect(await linksTo(email)).toBe(4)
})

test('an address gets four links an hour, however many accounts are made with it', async () => {
  const email = 'flooded@x.example'
  for (let index = 0; index < 6; index++) await signUp('influencer', email)
  expect(await linksTo(email)).toBe(4)
})

test('of two accounts with one address, the second link says nothing about the first', async () => {
  const email = 'both@x.example'
  const first = await signUp('influencer', email)
  const one = await linkIn(app, { to: email, subject: CONFIRM })
  const second = await signUp('influencer', email)
  const other = await linkIn(app, { to: email, subject: CONFIRM, count: 2 })

  const phone = app.visitor()
  await Promise.all([phone.get(one), app.visitor().get(other)])
  await phone.submit('Confirm this address')
  const late = app.visitor()
  await late.get(other)
  await late.submit('Confirm this address')
  expect(late.page.status).toBe(410)
  expect(late.page.text).not.toContain(email)
  expect(await isConfirmed(first.username)).toBe(true)
  expect(await isConfirmed(second.username)).toBe(false)

  await second.browser.post('/settings/email/link')
  expect(subjectsTo(app, email).filter((subject) => subject === CONFIRM)).toHaveLength(2)
})

test('one link that is sent twice at once confirms once', async () => {
  const { email } = await signUp('influencer')
  const link = await linkIn(app, { to: email, subject: CONFIRM })
  const answers = await Promise.all([0, 1, 2].map(() => app.visitor().post(link)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410, 410])
})

test('no test message goes to an address that is not confirmed', async () => {
  const { browser } = await signUp('influencer')
  await browser.post('/settings/notifications/tests/email')
  expect(browser.page.status).toBe(422)
  expect(browser.sees('Confirm your e-mail address first')).toBe(true)
})

test('what bounced is not told to somebody who has not shown that the address is theirs', async () => {
  const email = 'bounced@x.example'
  await app.db.execute({
    sql: "insert into undeliverable_addresses (address, reason, detail, at) values (?, 'bounced', 'No such user', 1)",
    args: [email],
  })
  const { browser } = await signUp('influencer', email)
  await browser.get('/settings/notifications')
  expect(browser.sees('No such user')).toBe(false)
  await browser.post('/settings/notifications/email-retry')
  const { rows } = await app.db.execute('select cleared_at from undeliverable_addresses')
  expect(rows).toMatchObject([{ cleared_at: null }])
})

let made = 0

async function signUp(role: 'sponsor' | 'influencer', address?: string) {
  made += 1
  const username = `new.one${made}`
  const email = address ?? `new${made}@x.example`
  const profile =
    role === 'sponsor'
      ? { company_name: `Northway ${made}`, industry: 'Outdoor gear' }
      : { category: 'outdoors', niche: 'hiking' }
  const browser = app.visitor()
  await browser.get(`/sign-up/${role}`)
  await browser.submit('Sign up', { username, email, password: PASSWORD, ...profile })
  await signIn(browser, username)
  return { browser, username, email }
}

async function signIn(browser: Visitor, username: string) {
  await browser.get('/sign-in')
  await browser.submit('Sign in', { username, password: PASSWORD })
}

async function statusOfSignIn(username: string): Promise<number> {
  const body = new URLSearchParams({ username, password: PASSWORD })
  const answer = await app.visitor().send('/sign-in', { method: 'POST', body })
  await answer.arrayBuffer()
  return answer.status
}

async function isConfirmed(username: string): Promise<boolean> {
  const sql = 'select is_email_confirmed as confirmed from users where username = ?'
  return (await app.db.execute({ sql, args: [username] })).rows[0]?.confirmed === 1
}

async function kindsTo(username: string) {
  const sql = `select kind from outbox join users on users.id = user_id where username = ? and channel = 'email'`
  return (await app.db.execute({ sql, args: [username] })).rows.map(({ kind }) => kind)
}

async function linksTo(email: string): Promise<number> {
  const sql = "select count(*) as number from outbox where address = ? and kind = 'email_confirmation'"
  return Number((await app.db.execute({ sql, args: [email] })).rows[0]?.number)
}
