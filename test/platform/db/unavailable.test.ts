import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, makeSession, type Person } from '../../support/people.ts'
import { withoutMail } from '../../support/round-trips.ts'
import { Visitor } from '../../support/visitor.ts'
import { type SilentDatabase, startSilentDatabase } from './silent-database.ts'

let app: App
let database: SilentDatabase
let url: string
let sponsor: Person
let browser: Visitor

beforeAll(async () => {
  app = await startApp()
  database = await startSilentDatabase(app.libsql.url)
  url = await app.another({
    TURSO_DATABASE_URL: database.url,
    DATABASE_TIMEOUT_MS: '2000',
    ...withoutMail,
  })
  sponsor = await makePerson(app, 'sponsor')
  browser = new Visitor(url)
  browser.setCookie('parley_session', await makeSession(app, sponsor.id))
})
afterEach(() => {
  database.silentOn = 'nothing'
})
afterAll(async () => {
  const expected = app.errors.filter(
    (line) => line.includes('DatabaseUnavailable') || line.includes('Timeout'),
  )
  app.errors.splice(0, app.errors.length, ...app.errors.filter((line) => !expected.includes(line)))
  expect(expected.length).toBeGreaterThan(0)
  await app.close()
  database.close()
})

/** Every form that visitors type into, other than new passwords. */
const visitorForms: readonly [path: string, button: string, typed: Record<string, string>][] = [
  ['/sign-in', 'Sign in', { username: 'mara.lind' }],
  ['/forgot-password', 'Send the link', { account: 'mara.lind' }],
  [
    '/sign-up/sponsor',
    'Sign up',
    {
      username: 'northway',
      email: 'mara@northway.example',
      company_name: 'Northway',
      industry: 'Outdoor gear',
    },
  ],
  [
    '/sign-up/influencer',
    'Sign up',
    {
      username: 'mara.lind',
      email: 'mara@lind.example',
      category: 'outdoors',
      niche: 'hiking',
      bio: 'Walks.',
    },
  ],
]

const storedAbout = async () => {
  const { rows } = await app.db.execute({
    sql: 'select about from sponsors where user_id = ?',
    args: [sponsor.id],
  })
  return rows[0]?.about
}

describe('a database that never answers', () => {
  it("shows a form that was refused as to a visitor, because we can't say who sent it", async () => {
    database.silentOn = 'reads'
    const page = await browser.post('/settings/profile', { about: 'x'.repeat(300_000) })
    expect(page.status).toBe(413)
    expect(page.text).toContain('Too large')
    expect(page.document.querySelector('header.top')?.textContent).toContain('Sign in')
  })

  it.each(['/home', '/campaigns', '/influencers?query=boots'])('gives a 503 page for %s', async (path) => {
    database.silentOn = 'reads'
    const { status, text, headers } = await browser.get(path)
    expect(status).toBe(503)
    expect(text).toContain('Parley cannot reach its database')
    expect(text).toContain('Try again')
    expect(headers.get('Retry-After')).toBe('10')
  })

  it('keeps the text in a form, which can be sent again', async () => {
    await browser.get('/settings/profile')
    database.silentOn = 'reads'
    const { status, text } = await browser.submit('Save', { about: 'Norrsken & <b>' })
    expect(status).toBe(503)
    expect(text).toContain('Norrsken & <b>')

    database.silentOn = 'nothing'
    expect((await browser.submit('Send again')).status).toBe(200)
    expect(await storedAbout()).toBe('Norrsken & <b>')
  })

  it('says that a change may or may not have been saved', async () => {
    await browser.get('/settings/profile')
    database.silentOn = 'writes'
    const { status, text } = await browser.submit('Save', { about: 'Sydsken' })
    expect(status).toBe(503)
    expect(text).toContain('It may or may not have been saved, so check')
    expect(text).toContain('Sydsken')
    expect(text).not.toContain('nothing was changed')
    // Here it was saved.
    expect(await storedAbout()).toBe('Sydsken')
  })

  it('never shows a password', async () => {
    const visitor = new Visitor(url)
    await visitor.get('/sign-in')
    database.silentOn = 'writes'
    const { status, html } = await visitor.submit('Sign in', {
      username: 'mara',
      password: 'seven secret otters',
    })
    expect(status).toBe(503)
    expect(html).toContain('mara')
    expect(html).not.toContain('seven secret otters')
  })

  it.each(visitorForms)('loses nothing of %s', async (path, button, typed) => {
    const visitor = new Visitor(url)
    await visitor.get(path)
    const secret = path === '/forgot-password' ? {} : { password: 'seven secret otters' }
    database.silentOn = 'writes'
    const { status, html, text } = await visitor.submit(button, { ...typed, ...secret })
    expect(status).toBe(503)
    for (const value of Object.values(typed)) expect(text).toContain(value)
    expect(html).not.toContain('seven secret otters')

    database.silentOn = 'nothing'
    await visitor.submit('Send again')
    if (path === '/forgot-password') return expect(visitor.page.url).toBe('/forgot-password/sent')
    expect(visitor.page.status).toBe(422)
    for (const value of Object.values(typed)) expect(visitor.page.html).toContain(value)
  })
})
