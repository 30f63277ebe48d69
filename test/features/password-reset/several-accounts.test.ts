import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { linkIn } from '../../support/mail/links.ts'
import { makePerson, PASSWORD, type Person } from '../../support/people.ts'

let app: App
let address: string
let mara: Person
let stranger: Person
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

// Mara signed up and never opened the link. Later, a stranger signed up with her address.
beforeEach(async () => {
  address = `shared${made++}@x.example`
  mara = await makeUnconfirmed()
  stranger = await makeUnconfirmed()
})

let made = 0
const SUBJECT = 'Set a new password'
const NEW = 'nine purple herons'

test('the person to whom the link comes chooses which account is theirs, and has it then', async () => {
  const browser = app.visitor()
  await browser.get(await linkFor(address))
  expect(browser.sees(`2 accounts were created with ${address}`)).toBe(true)
  expect(choices(browser.page.document)).toEqual([mara.username, stranger.username])
  expect(browser.page.document.querySelector('main input[checked]')).toBeNull()

  await browser.submit('Set password', { new_password: NEW })
  expect(browser.page.status).toBe(422)
  expect(browser.sees('Choose your account')).toBe(true)
  await browser.submit('Set password', { account: mara.username, new_password: mara.username })
  expect(browser.page.status).toBe(422)
  await browser.submit('Set password', { account: mara.username, new_password: NEW })
  expect(browser.page.url).toBe('/sign-in')

  expect(await statusOfSignIn(address, NEW)).toBe(303)
  expect(await statusOfSignIn(mara.username, PASSWORD)).toBe(422)
  expect(await confirmed()).toEqual([mara.id])
  // Nothing has happened to the other one, and it has no address that gets mail.
  expect((await stranger.browser.get('/home')).url).toBe('/home')
  expect(await statusOfSignIn(stranger.username, PASSWORD)).toBe(303)
})

test('the first link that is used ends those of the other accounts', async () => {
  const first = await linkFor(mara.username)
  const second = await linkFor(stranger.username, 2)
  for (const link of [first, second])
    expect(choices((await app.visitor().get(link)).document)).toHaveLength(2)

  await app.visitor().post(second, { account: mara.username, new_password: NEW })
  expect(await confirmed()).toEqual([mara.id])
  for (const account of [mara.username, stranger.username]) {
    const page = await app.visitor().post(first, { account, new_password: 'seven blue swans' })
    expect(page.status).toBe(410)
  }
  expect(await statusOfSignIn(mara.username, NEW)).toBe(303)
})

test('a link sets the password of no account but those with its address', async () => {
  const other = await makePerson(app, 'influencer')
  const link = await linkFor(address)
  const page = await app.visitor().post(link, { account: other.username, new_password: NEW })
  expect(page.status).toBe(422)
  expect(await statusOfSignIn(other.username, PASSWORD)).toBe(303)
})

test('of two accounts that are chosen at once, one gets the address', async () => {
  const links = [await linkFor(mara.username), await linkFor(stranger.username, 2)]
  const answers = await Promise.all(
    [mara, stranger].map(({ username }, at) =>
      app.visitor().post(links[at] ?? '', { account: username, new_password: NEW }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410])
  expect(await confirmed()).toHaveLength(1)
})

test('whoever asks sees the same, and one e-mail goes out, however many accounts there are', async () => {
  const asked = async (account: string) => {
    const { status, url, text } = await app.visitor().post('/forgot-password', { account })
    return { status, url, text }
  }
  expect(await asked(address)).toEqual(await asked('nobody@x.example'))
  const { rows } = await app.db.execute({
    sql: "select user_id from outbox where kind = 'password_reset' and user_id in (?, ?)",
    args: [mara.id, stranger.id],
  })
  expect(rows).toMatchObject([{ user_id: mara.id }])
})

test('hundreds of sign-ups with an address hide neither the oldest account nor the one that was asked for', async () => {
  await app.db.execute({
    sql: `insert into users (username, email, display_name, password_hash, role, status, is_email_confirmed, created_at)
      select 'flood' || ?1 || '-' || value, ?2, 'Flood', 'x', 'influencer', 'active', 0, 1 from generate_series(1, 300)`,
    args: [made, address],
  })
  const newest = await makeUnconfirmed()
  const shown = choices((await app.visitor().get(await linkFor(newest.username))).document)
  expect(shown).toHaveLength(20)
  expect(shown).toEqual(expect.arrayContaining([mara.username, stranger.username, newest.username]))
})

async function makeUnconfirmed(): Promise<Person> {
  const person = await makePerson(app, 'influencer')
  const sql = 'update users set is_email_confirmed = 0, email = ? where id = ?'
  await app.db.execute({ sql, args: [address, person.id] })
  return person
}

async function linkFor(account: string, count = 1): Promise<string> {
  await app.visitor().post('/forgot-password', { account })
  return linkIn(app, { to: address, subject: SUBJECT, count })
}

function choices(document: Document): (string | null)[] {
  return [...document.querySelectorAll('main input[name=account]')].map((input) =>
    input.getAttribute('value'),
  )
}

async function confirmed(): Promise<number[]> {
  const sql = 'select id from users where email = ? and is_email_confirmed = 1'
  return (await app.db.execute({ sql, args: [address] })).rows.map(({ id }) => Number(id))
}

async function statusOfSignIn(username: string, password: string): Promise<number> {
  const body = new URLSearchParams({ username, password })
  return (await app.visitor().send('/sign-in', { method: 'POST', body })).status
}
