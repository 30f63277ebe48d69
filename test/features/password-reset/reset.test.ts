import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { linkIn, subjectsTo } from '../../support/mail/links.ts'
import { makePerson, PASSWORD, type Person } from '../../support/people.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const SUBJECT = 'Set a new password'
const NEW = 'nine purple herons'

test('by username or address, a link sets a new password, once, and signs everybody out', async () => {
  const person = await makePerson(app, 'sponsor')
  const guest = app.visitor()
  await guest.get('/sign-in')
  await guest.click('Forgot password?')
  await guest.submit('Send the link', { account: person.username.toUpperCase() })
  expect(guest.page.url).toBe('/forgot-password/sent')
  const first = await linkIn(app, { to: addressOf(person), subject: SUBJECT })
  await forgot(addressOf(person))
  const second = await linkIn(app, { to: addressOf(person), subject: SUBJECT, count: 2 })

  await guest.get(second)
  await guest.submit('Set password', { new_password: person.username })
  expect(guest.page.status).toBe(422)
  await guest.submit('Set password', { new_password: NEW })
  expect(guest.page.url).toBe('/sign-in')
  expect(guest.sees('Password changed. Sign in with the new one.')).toBe(true)
  expect((await person.browser.get('/home')).url).toContain('/sign-in')
  for (const link of [first, second]) expect((await app.visitor().get(link)).status).toBe(410)
  await guest.submit('Sign in', { username: person.username, password: NEW })
  expect(guest.page.url).toBe('/home')

  await arrives(addressOf(person), 'Your password was changed')
  const told = app.mail.messages().find(({ subject }) => subject === 'Your password was changed')
  expect(told?.text).toContain('support@parley.example')
})

test('the answer is the same whether or not there is an account, and whatever became of it', async () => {
  const known = await makePerson(app, 'influencer')
  const suspended = await makePerson(app, 'influencer', { status: 'suspended' })
  const waiting = await makePerson(app, 'sponsor', { status: 'pending' })
  const answers = []
  for (const account of [
    known.username,
    addressOf(known),
    suspended.username,
    addressOf(waiting),
    'nobody.here',
    'nobody@x.example',
    "o'brien@x.example",
    'deleted-0123456789@deleted.invalid',
    '@',
  ]) {
    const body = new URLSearchParams({ account })
    const answer = await app.visitor().send('/forgot-password', { method: 'POST', body })
    const headers = [...answer.headers].filter(([name]) => !/date|request-id|timing/.test(name))
    answers.push([answer.status, headers, await answer.text()])
  }
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]?.[0]).toBe(303)
})

test('an account gets three links an hour, and nobody is told', async () => {
  const person = await makePerson(app, 'influencer')
  for (let index = 0; index < 5; index++) {
    const page = await forgot(index % 2 === 0 ? person.username : addressOf(person))
    expect([page.status, page.url]).toEqual([200, '/forgot-password/sent'])
  }
  expect(await linksTo(person)).toBe(3)
})

test('one network gets twenty an hour, and is not told', async () => {
  await app.db.execute('delete from attempts')
  const headers = { 'CF-Connecting-IP': '192.0.2.7' }
  for (let index = 0; index < 20; index++)
    await app.visitor().post('/forgot-password', { account: `nobody${index}` }, headers)
  const person = await makePerson(app, 'influencer')
  const page = await app.visitor().post('/forgot-password', { account: person.username }, headers)
  expect(page.url).toBe('/forgot-password/sent')
  expect(await linksTo(person)).toBe(0)
  await forgot(person.username)
  expect(await linksTo(person)).toBe(1)
})

test('a link is over after an hour, and when the password is changed', async () => {
  const person = await makePerson(app, 'influencer')
  await forgot(person.username)
  const first = await linkIn(app, { to: addressOf(person), subject: SUBJECT })
  const { rows } = await app.db.execute(
    "select expires_at - created_at as life from email_links where purpose = 'reset'",
  )
  expect(new Set(rows.map(({ life }) => life))).toEqual(new Set([3_600_000]))
  await person.browser.get('/settings/password')
  await person.browser.submit('Change password', { current_password: PASSWORD, new_password: NEW })
  expect((await app.visitor().post(first, { new_password: 'seven blue swans' })).status).toBe(410)

  await forgot(person.username)
  const second = await linkIn(app, { to: addressOf(person), subject: SUBJECT, count: 2 })
  await app.db.execute({ sql: 'update email_links set expires_at = ?', args: [Date.now()] })
  expect((await app.visitor().post(second, { new_password: 'seven blue swans' })).status).toBe(410)
})

test('of two people who use one link at once, one sets the password', async () => {
  const person = await makePerson(app, 'influencer')
  await forgot(person.username)
  const link = await linkIn(app, { to: addressOf(person), subject: SUBJECT })
  const answers = await Promise.all(
    [NEW, 'seven blue swans'].map((new_password) => app.visitor().post(link, { new_password })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410])
})

test('a link to an address that was not confirmed confirms it', async () => {
  const person = await makePerson(app, 'influencer')
  await app.db.execute({ sql: 'update users set is_email_confirmed = 0 where id = ?', args: [person.id] })
  await forgot(addressOf(person))
  const link = await linkIn(app, { to: addressOf(person), subject: SUBJECT })
  await app.visitor().post(link, { new_password: NEW })
  const { rows } = await app.db.execute({
    sql: 'select is_email_confirmed from users where id = ?',
    args: [person.id],
  })
  expect(rows).toMatchObject([{ is_email_confirmed: 1 }])
})

test('an address belongs to whoever confirmed it: others with the same one get no link there', async () => {
  const owner = await makePerson(app, 'influencer', { email: 'shared@x.example' })
  const other = await makePerson(app, 'influencer', { email: 'soon@x.example' })
  await app.db.execute({
    sql: "update users set is_email_confirmed = 0, email = 'shared@x.example' where id = ?",
    args: [other.id],
  })
  await forgot(other.username)
  await forgot('shared@x.example')
  expect([await linksTo(owner), await linksTo(other)]).toEqual([1, 0])
})

test('password managers find the page to change a password', async () => {
  const answer = await app.visitor().send('/.well-known/change-password')
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/settings/password'])
})

function addressOf({ username }: Person): string {
  return `${username}@example.com`
}

function forgot(account: string) {
  return app.visitor().post('/forgot-password', { account })
}

async function linksTo({ id }: Person): Promise<number> {
  const sql = "select count(*) as number from outbox where user_id = ? and kind = 'password_reset'"
  return Number((await app.db.execute({ sql, args: [id] })).rows[0]?.number)
}

async function arrives(to: string, subject: string): Promise<void> {
  await expect.poll(() => subjectsTo(app, to), { timeout: 20_000 }).toContain(subject)
}
