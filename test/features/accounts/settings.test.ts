import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, PASSWORD, type Person, signedIn } from '../../support/people.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('name and time zone can be changed without a password', async () => {
  const { browser, id } = await makePerson(app, 'influencer')
  await browser.get('/settings/account')
  await browser.submit('Save', { display_name: 'Mara  Lindqvist', time_zone: 'europe/stockholm' })
  expect(browser.sees('Saved.')).toBe(true)
  expect(await accountOf(id)).toMatchObject({ display_name: 'Mara Lindqvist', time_zone: 'Europe/Stockholm' })
})

test('a time zone that was saved under an old name stays selected', async () => {
  const { browser, id } = await makePerson(app, 'influencer', { time_zone: 'Asia/Calcutta' })
  await browser.get('/settings/account')
  const selected = browser.page.document.querySelector('#field-time_zone option[selected]')
  expect(selected?.textContent).toBe('(UTC+05:30) Asia/Kolkata')
  await browser.submit('Save', { display_name: 'Priya Raman' })
  expect(await accountOf(id)).toMatchObject({ time_zone: 'Asia/Kolkata' })
})

test('a new password signs the account out everywhere else', async () => {
  const person = await makePerson(app, 'sponsor')
  const elsewhere = await signedIn(app, person.id)
  await change(person, PASSWORD, 'nine purple herons')
  expect(person.browser.sees('Password changed')).toBe(true)
  expect((await elsewhere.get('/home')).url).toContain('/sign-in')

  const guest = app.visitor()
  await guest.post('/sign-in', { username: person.username, password: PASSWORD })
  expect(guest.page.status).toBe(422)
  await guest.post('/sign-in', { username: person.username, password: 'nine purple herons' })
  expect(guest.page.url).toBe('/home')
  const mails = await app.db.execute({
    sql: "select kind from outbox where user_id = ? and kind = 'password_changed'",
    args: [person.id],
  })
  expect(mails.rows).toHaveLength(1)
})

test('the new password has to be suitable and the current one right', async () => {
  const person = await makePerson(app, 'sponsor', { username: 'northway', email: 'hello@northway.example' })
  for (const [current, wanted, field] of [
    ['', 'nine purple herons', 'current_password'],
    ['wrong wrong wrong', 'nine purple herons', 'current_password'],
    [PASSWORD, 'short', 'new_password'],
    [PASSWORD, 'iloveyou', 'new_password'],
    [PASSWORD, 'northway-2026', 'new_password'],
  ] as const) {
    await change(person, current, wanted)
    expect(person.browser.page.status).toBe(422)
    expect(person.browser.page.document.querySelector(`#field-${field}-error`), wanted).not.toBeNull()
  }
})

test('guessing the current password is rate limited', async () => {
  const person = await makePerson(app, 'sponsor')
  for (let index = 0; index < 5; index++) await change(person, `guess ${index}`, 'nine purple herons')
  await change(person, PASSWORD, 'nine purple herons')
  expect(person.browser.sees('Too many attempts')).toBe(true)
})

async function change(person: Person, current: string, wanted: string) {
  await person.browser.get('/settings/password')
  await person.browser.submit('Change password', { current_password: current, new_password: wanted })
}

async function accountOf(id: number) {
  const { rows } = await app.db.execute({
    sql: 'select username, email, display_name, time_zone from users where id = ?',
    args: [id],
  })
  return { ...rows[0] }
}
