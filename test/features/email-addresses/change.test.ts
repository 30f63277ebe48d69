import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { linkIn, subjectsTo } from '../../support/mail/links.ts'
import { makePerson, PASSWORD, type Person, signedIn } from '../../support/people.ts'
import { countRoundTrips, withoutMail } from '../../support/round-trips.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const CONFIRM = 'Confirm your new e-mail address'
const CHANGED = 'Your e-mail address was changed'

test('a new address counts when it is confirmed, and the old one is told twice', async () => {
  const person = await makePerson(app, 'sponsor')
  const { browser, username } = person
  const old = `${username}@example.com`
  await ask(person, 'New@northway.example')
  expect(browser.sees('We sent a link to the new address.')).toBe(true)
  expect(await emailOf(person)).toBe(old)
  await browser.get('/settings/account')
  expect(browser.page.text).toContain('new@northway.example, if you confirm it before')

  const link = await linkIn(app, { to: 'new@northway.example', subject: CONFIRM })
  await app.visitor().get(link)
  expect(await emailOf(person)).toBe(old)
  await browser.get(link)
  await browser.submit('Confirm this address')
  expect(await emailOf(person)).toBe('new@northway.example')
  await linkIn(app, { to: old, subject: CHANGED })
  expect(subjectsTo(app, old).toSorted()).toEqual([
    'Your e-mail address is going to change',
    'Your e-mail address was changed',
  ])
  for (const mail of app.mail.messages().filter(({ to }) => to.includes(old))) {
    expect(mail.text).toContain('support@parley.example')
    expect(mail.text).toContain('new@northway.example')
  }
  await browser.get('/settings/account')
  expect(browser.sees('if you confirm it before')).toBe(false)
})

test('it needs the current password, an address and another one', async () => {
  const person = await makePerson(app, 'sponsor')
  for (const [email, password, field] of [
    ['other@x.example', '', 'current_password'],
    ['other@x.example', 'not it at all', 'current_password'],
    ['nonsense', PASSWORD, 'email'],
    [`${person.username}@example.com`, PASSWORD, 'email'],
  ] as const) {
    await ask(person, email, password)
    expect(person.browser.page.status).toBe(422)
    expect(
      person.browser.page.document.querySelector(`#field-${field}-error`),
      email + password,
    ).not.toBeNull()
    expect(person.browser.page.document.querySelector('#field-email')?.getAttribute('value')).toBe(email)
  }
  expect(await changesOf(person)).toEqual([])
})

test('an address of another account looks like a free one, and only its owner is told', async () => {
  const owner = await makePerson(app, 'influencer', { email: 'owner@x.example' })
  const answers = []
  const pages = []
  for (const email of ['free@x.example', 'OWNER@x.example']) {
    const { browser } = await makePerson(app, 'influencer', { display_name: 'Same Name' })
    const body = new URLSearchParams({ email, current_password: PASSWORD })
    const answer = await browser.send('/settings/email', { method: 'POST', body })
    answers.push([
      answer.status,
      [...answer.headers].filter(([name]) => !/date|request-id|timing/.test(name)),
      await answer.text(),
    ])
    for (const path of ['/settings/account', '/settings/email', '/settings/notifications', '/home']) {
      const { text } = await browser.get(path)
      const likeOthers = text.replaceAll(email.toLowerCase(), '…').replaceAll(/influencer\d+/g, '@')
      // The minute may end between the two.
      pages.push(likeOthers.replaceAll(/\w{3} \d+, \d+:\d\d [AP]M/g, '(time)'))
    }
  }
  expect(answers[1]).toEqual(answers[0])
  expect(pages.slice(4)).toEqual(pages.slice(0, 4))
  expect(await mailsTo(owner)).toEqual(['email_taken'])
  const links = await app.db.execute("select 1 from outbox where address = 'owner@x.example'")
  expect(links.rows).toEqual([])
})

test('an address that somebody else confirmed meanwhile is not given away, and nothing is said', async () => {
  const person = await makePerson(app, 'influencer')
  await ask(person, 'wanted@x.example')
  const link = await linkIn(app, { to: 'wanted@x.example', subject: CONFIRM })
  await makePerson(app, 'influencer', { email: 'wanted@x.example' })
  await person.browser.get(link)
  await person.browser.submit('Confirm this address')
  expect(person.browser.page.status).toBe(410)
  expect(person.browser.page.text).toContain('This link no longer works')
  expect(await emailOf(person)).toBe(`${person.username}@example.com`)
})

test('a change can be canceled, or replaced by another one', async () => {
  const person = await makePerson(app, 'influencer')
  await ask(person, 'first@x.example')
  const first = await linkIn(app, { to: 'first@x.example', subject: CONFIRM })
  await ask(person, 'second@x.example')
  const second = await linkIn(app, { to: 'second@x.example', subject: CONFIRM })
  expect((await app.visitor().get(first)).status).toBe(410)
  await person.browser.get('/settings/account')
  await person.browser.submit('Cancel change')
  expect(person.browser.sees('Your address stays as it is.')).toBe(true)
  expect((await app.visitor().post(second)).status).toBe(410)
  expect(await changesOf(person)).toEqual([])
})

test('a new password ends a change that somebody else may have asked for', async () => {
  const person = await makePerson(app, 'influencer')
  await ask(person, 'thief@x.example')
  const link = await linkIn(app, { to: 'thief@x.example', subject: CONFIRM })
  await person.browser.get('/settings/password')
  await person.browser.submit('Change password', {
    current_password: PASSWORD,
    new_password: 'nine purple herons',
  })
  expect((await app.visitor().post(link)).status).toBe(410)
  // Nor does the owner find a button that sends another link to the thief.
  expect((await person.browser.get('/settings/email')).text).not.toContain('thief@x.example')
  await person.browser.post('/settings/email/link')
  expect((await mailsTo(person)).filter((kind) => kind === 'email_change_link')).toHaveLength(1)
})

test('whoever did not change it takes the account back within 7 days', async () => {
  const person = await makePerson(app, 'influencer')
  const old = `${person.username}@example.com`
  const thief = await signedIn(app, person.id)
  await ask(person, 'robber@x.example')
  await thief.get(await linkIn(app, { to: 'robber@x.example', subject: CONFIRM }))
  await thief.submit('Confirm this address')
  await thief.get('/settings/email')
  await thief.submit('Change address', { email: 'robber2@x.example', current_password: PASSWORD })
  const second = await linkIn(app, { to: 'robber2@x.example', subject: CONFIRM })

  const owner = app.visitor()
  const undo = await linkIn(app, { to: old, subject: CHANGED })
  await owner.get(undo)
  expect(await emailOf(person)).toBe('robber@x.example')
  await owner.submit('Undo the change', { new_password: 'short' })
  expect(owner.page.status).toBe(422)
  await owner.submit('Undo the change', { new_password: 'nine purple herons' })
  expect(owner.page.url).toBe('/sign-in')
  expect(await emailOf(person)).toBe(old)
  expect((await thief.get('/home')).url).toContain('/sign-in')
  expect((await app.visitor().post(second)).status).toBe(410)
  expect((await owner.get(undo)).status).toBe(410)
  await owner.get('/sign-in')
  await owner.submit('Sign in', { username: old, password: 'nine purple herons' })
  expect(owner.page.url).toBe('/home')
})

test("an owner who changes the address back gives a thief's address no way to undo that", async () => {
  const person = await makePerson(app, 'influencer')
  const own = `${person.username}@example.com`
  const thief = 'another-thief@x.example'
  const move = async (to: string) => {
    await ask(person, to)
    await person.browser.get(await linkIn(app, { to, subject: CONFIRM }))
    await person.browser.submit('Confirm this address')
    expect(await emailOf(person)).toBe(to)
  }
  await move(thief)
  await linkIn(app, { to: own, subject: CHANGED })
  await move(own)
  await expect
    .poll(async () => {
      const sql = "select state from outbox where user_id = ? and kind = 'email_changed' and address = ?"
      return (await app.db.execute({ sql, args: [person.id, thief] })).rows[0]?.state
    })
    .toBe('dead')
  expect(subjectsTo(app, thief)).not.toContain(CHANGED)
  const links = await app.db.execute({
    sql: "select address from email_links where user_id = ? and purpose = 'undo'",
    args: [person.id],
  })
  expect(links.rows).toMatchObject([{ address: own }])
})

test('a double click on a link in an e-mail is no error', async () => {
  const person = await makePerson(app, 'influencer')
  await ask(person, 'double@x.example')
  const link = await linkIn(app, { to: 'double@x.example', subject: CONFIRM })
  const visitor = app.visitor()
  await visitor.get(link)
  const token = visitor.form('Confirm this address').querySelector('[name=form_token]')?.getAttribute('value')
  const body = new URLSearchParams({ form_token: token ?? '' })
  const click = () => visitor.send(link, { method: 'POST', body, headers: { Origin: app.url } })
  const answers = await Promise.all([click(), click()])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(answers.map(({ headers }) => headers.get('Location'))).toEqual(['/sign-in', '/sign-in'])
})

test('asking too often is refused', async () => {
  const person = await makePerson(app, 'influencer')
  const statuses = []
  for (let index = 0; index < 7; index++) {
    await ask(person, `try${index}@x.example`)
    statuses.push(person.browser.page.status)
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 422, 422])
})

test('a free and a taken address take the same number of round trips', async () => {
  const quiet = await startApp(withoutMail)
  try {
    await makePerson(quiet, 'influencer', { email: 'taken@x.example' })
    const person = await makePerson(quiet, 'influencer')
    for (const email of ['free@x.example', 'taken@x.example']) {
      const fields = { email, current_password: PASSWORD }
      expect(await countRoundTrips(quiet, person.browser, '/settings/email', fields)).toEqual({
        status: 303,
        roundTrips: 3,
      })
    }
  } finally {
    await quiet.close()
  }
})

async function ask({ browser }: Person, email: string, password = PASSWORD) {
  await browser.get('/settings/email')
  await browser.submit('Change address', { email, current_password: password })
}

async function emailOf({ id }: Person) {
  return (await app.db.execute({ sql: 'select email from users where id = ?', args: [id] })).rows[0]?.email
}

async function changesOf({ id }: Person) {
  return (await app.db.execute({ sql: 'select * from email_changes where user_id = ?', args: [id] })).rows
}

async function mailsTo({ id }: Person) {
  const { rows } = await app.db.execute({ sql: 'select kind from outbox where user_id = ?', args: [id] })
  return rows.map(({ kind }) => kind)
}
