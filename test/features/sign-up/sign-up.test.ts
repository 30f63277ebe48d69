import { afterAll, beforeAll, expect, test } from 'vitest'
import { isTimeZone } from '../../../src/shared/time.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { withoutMail } from '../../support/round-trips.ts'

let app: App
let admin: Person

beforeAll(async () => {
  app = await startApp()
  admin = await makePerson(app, 'admin')
})
afterAll(() => app.close())

const northway = {
  username: 'northway',
  email: 'hello@northway.example',
  password: 'seven green otters',
  company_name: 'Northway Outdoor',
  industry: 'Outdoor gear',
}
const mara = {
  username: 'Mara.L',
  email: 'Mara@Lindqvist.example',
  password: 'seven green otters',
  display_name: 'Mara Lindqvist',
  category: 'outdoors',
  niche: 'hiking',
  country: 'SE',
  languages: ['sv', 'en', 'sv', ''],
}

test('a sponsor signs up, signs in and sees that the account is under review, and the admins are notified', async () => {
  const { browser } = guest()
  await browser.get('/')
  await browser.click('Sign up')
  await browser.click('Sign up as a sponsor')
  await browser.submit('Sign up', {
    ...northway,
    annual_budget: '250,000',
    website: 'https://northway.example',
  })
  expect(browser.page.url).toBe('/sign-in')
  expect(browser.page.text).toContain('Your account is ready')

  await browser.submit('Sign in', { username: 'northway', password: northway.password })
  expect(browser.page.url).toBe('/waiting')
  expect(browser.page.text).toContain('Northway Outdoor')
  expect(browser.page.text).toContain('$250,000')

  await admin.browser.get('/notifications')
  expect(admin.browser.page.text).toContain('Northway Outdoor is waiting for approval')
  const { rows } = await app.db.execute("select user_id, path from outbox where kind = 'sponsor_waiting'")
  expect(rows).toMatchObject([{ user_id: admin.id, path: '/admin/sponsors' }])
})

test('an influencer signs up and has a public page right away', async () => {
  const { browser } = guest()
  await browser.get('/sign-up')
  await browser.click('Sign up as an influencer')
  await browser.submit('Sign up', mara)
  await browser.submit('Sign in', { username: 'MARA.L', password: mara.password })
  expect(browser.page.url).toBe('/home')

  const [row] = await rowsOf(
    "select user_id, languages, country, status from influencers join users on users.id = user_id where username = 'mara.l'",
  )
  expect(row).toMatchObject({ languages: '["sv","en"]', country: 'SE', status: 'active' })
  await browser.get(`/influencers/${row?.user_id}`)
  expect(browser.page.text).toContain('Mara Lindqvist')
})

test('optional fields can be left out', async () => {
  const { browser } = guest()
  const { username, email, password, category, niche } = {
    ...mara,
    username: 'short.one',
    email: 'short@x.example',
  }
  await browser.post('/sign-up/influencer', { username, email, password, category, niche })
  expect(browser.page.url).toBe('/sign-in')
  const [row] = await rowsOf("select display_name, time_zone from users where username = 'short.one'")
  expect(row?.display_name).toBe('short.one')
  expect(isTimeZone(String(row?.time_zone))).toBe(true)
})

test('a taken e-mail address gets the same answer as a free one, and its owner is told once a day', async () => {
  const owner = await makePerson(app, 'influencer', { username: 'owner', email: 'owner@x.example' })
  const answers = []
  for (const [username, email] of [
    ['fresh.one', 'fresh@x.example'],
    ['other.one', 'OWNER@x.example'],
    ['other.two', 'owner@x.example'],
  ] as const) {
    const browser = app.visitor()
    const form = new URLSearchParams({ ...northway, username, email })
    const answer = await browser.send('/sign-up/sponsor', { method: 'POST', body: form })
    const headers = [...answer.headers].filter(([name]) => !/date|request-id|timing/.test(name))
    answers.push([answer.status, headers, await answer.text()])
  }

  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
  const mails = await rowsOf("select user_id, path from outbox where kind = 'sign_up_again'")
  expect(mails).toMatchObject([{ user_id: owner.id, path: '/sign-in' }])
  const links = await rowsOf(
    "select address from outbox where kind = 'email_confirmation' and address like '%@x.example'",
  )
  expect(links.map(({ address }) => address)).not.toContain('owner@x.example')
})

test('what a new account can do does not tell whether its address has another account', async () => {
  await makePerson(app, 'influencer', { email: 'has.one@x.example' })
  const password = 'nine purple herons'
  const seen = []
  for (const [username, email] of [
    ['probe.one', 'has.none@x.example'],
    ['probe.two', 'has.one@x.example'],
  ] as const) {
    const { browser } = guest()
    const profile = { category: 'outdoors', niche: 'hiking', display_name: 'A prober' }
    await browser.post('/sign-up/influencer', { username, email, password: password, ...profile })
    const texts = [browser.page.text]
    // Signing in with what was just chosen, by username and by address, and the pages after that.
    await browser.post('/sign-in', { username: email, password: password })
    texts.push(browser.page.text)
    await browser.post('/sign-in', { username, password: password })
    for (const path of [
      '/home',
      '/settings/account',
      '/settings/email',
      '/settings/notifications',
      '/notifications',
    ])
      texts.push((await browser.get(path)).text)
    texts.push((await app.visitor().post('/sign-up/influencer', { username, email: 'third@x.example' })).text)
    seen.push(texts.map((text) => text.replaceAll(email, '…').replaceAll(username, '@')))
  }
  expect(seen[1]).toEqual(seen[0])
})

test('a taken username is refused at its field, whether or not the e-mail address is free', async () => {
  await makePerson(app, 'influencer', { username: 'jide', email: 'jide@x.example' })
  for (const email of ['jide@x.example', 'free@x.example']) {
    const { browser } = guest()
    await browser.post('/sign-up/sponsor', { ...northway, username: 'JIDE', email })
    expect(browser.page.status).toBe(422)
    expect(errorAt(browser.page.document, 'username')).toContain('taken')
    expect(errorAt(browser.page.document, 'email')).toBeNull()
  }
})

test('of parallel sign-ups for one username one succeeds, and for one address all do', async () => {
  const at = (index: number) => ({ username: `racer${index}`, email: 'race@x.example' })
  const same = (index: number) => ({ username: 'racer', email: `race${index}@x.example` })
  // Not all ten at once: passwords are hashed one at a time, and nobody may wait longer than eight seconds.
  const signUpAtOnce = (form: (index: number) => object) =>
    Promise.all(
      [1, 2, 3, 4, 5].map((index) =>
        statusOf(
          app.visitor().send('/sign-up/sponsor', {
            method: 'POST',
            body: new URLSearchParams({ ...northway, ...form(index) }),
          }),
        ),
      ),
    )
  expect(await signUpAtOnce(at)).toEqual([303, 303, 303, 303, 303])
  expect((await signUpAtOnce(same)).toSorted()).toEqual([303, 422, 422, 422, 422])
  expect(
    await rowsOf("select id from users where email = 'race@x.example' and is_email_confirmed = 0"),
  ).toHaveLength(5)
  expect(await rowsOf("select id from users where username = 'racer'")).toHaveLength(1)
})

test('reserved or invalid usernames and bad passwords are refused at their fields', async () => {
  const { browser } = guest()
  for (const username of [
    'admin',
    'par.ley',
    'support',
    'ab',
    '1mara',
    'mara lind',
    'mära',
    'x'.repeat(31),
    '<b>hi</b>',
  ]) {
    await browser.post('/sign-up/sponsor', { ...northway, username })
    expect(browser.page.status).toBe(422)
    expect(errorAt(browser.page.document, 'username'), username).toBeTruthy()
  }
  for (const password of ['short', 'password1', 'hello@northway.example', 'Northway!', 'x'.repeat(129)]) {
    await browser.post('/sign-up/sponsor', { ...northway, password })
    expect(browser.page.status).toBe(422)
    expect(errorAt(browser.page.document, 'password'), password).toBeTruthy()
    expect(browser.page.document.querySelector('#field-password')?.hasAttribute('value')).toBe(false)
  }
})

test('a niche has to belong to its category', async () => {
  const { browser } = guest()
  await browser.post('/sign-up/influencer', {
    ...mara,
    username: 'mixed',
    category: 'beauty',
    niche: 'hiking',
  })
  expect(browser.page.status).toBe(422)
  expect(errorAt(browser.page.document, 'niche')).toContain('Skincare')
})

test('someone who is signed in is redirected to their home page', async () => {
  const person = await makePerson(app, 'influencer')
  await person.browser.get('/sign-up/sponsor')
  expect(person.browser.page.url).toBe('/home')
})

test('creating many accounts is rate limited', async () => {
  await app.db.execute({ sql: 'update attempts set attempts = 20, last_at = ?', args: [Date.now()] })
  const { browser } = guest()
  await browser.post('/sign-up/sponsor', { ...northway, username: 'sixty.one', email: 'sixty@x.example' })
  expect(browser.page.status).toBe(422)
  expect(browser.page.text).toContain('too many sign-ups from your network')
  expect(valueAt(browser.page.document, 'company_name')).toBe('Northway Outdoor')
  await app.db.execute('delete from attempts')
})

test('a taken e-mail address takes the same statements in the same number of round trips', async () => {
  const quiet = await startApp(withoutMail)
  try {
    await makePerson(quiet, 'influencer', { email: 'taken@x.example' })
    const trips = async (username: string, email: string) => {
      const before = quiet.libsql.pipelines
      const body = new URLSearchParams({ ...northway, username, email })
      await statusOf(quiet.visitor().send('/sign-up/sponsor', { method: 'POST', body }))
      return quiet.libsql.pipelines - before
    }
    expect(await trips('trips.one', 'free@x.example')).toBe(2)
    expect(await trips('trips.two', 'taken@x.example')).toBe(2)
  } finally {
    await quiet.close()
  }
})

function guest() {
  return { browser: app.visitor() }
}

function errorAt(document: Document, name: string): string | null {
  return document.querySelector(`#field-${name}-error`)?.textContent ?? null
}

function valueAt(document: Document, name: string): string | null {
  return document.querySelector(`#field-${name}`)?.getAttribute('value') ?? null
}

async function rowsOf(statement: string) {
  return (await app.db.execute(statement)).rows
}

/** Reads the body to its end: an unread one would break the Worker's pipe. */
async function statusOf(answer: Promise<Response>): Promise<number> {
  const { status, body } = await answer
  await body?.pipeTo(new WritableStream())
  return status
}
