import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../../src/routes.ts'
import { routeTable } from '../../route-table.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, makeSession, PASSWORD } from '../../support/people.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('a form that one account opened cannot be sent by another, and what was typed is kept for the first', async () => {
  const mara = await makePerson(app, 'influencer', { display_name: 'Mara Lind' })
  const north = await makePerson(app, 'influencer', { display_name: 'Northway' })
  const { browser } = mara
  await browser.get('/settings/profile')
  // In another tab, somebody signs in to another account.
  browser.setCookie('parley_session', await makeSession(app, north.id))

  await browser.submit('Save', { bio: 'Typed by Mara herself' })
  expect(browser.page.status).toBe(409)
  expect(browser.page.text).toContain(
    'This form was opened as Mara Lind. You are signed in as Northway now. Nothing was saved.',
  )
  expect(await bioOf(north.id)).toBe('')
  expect(await bioOf(mara.id)).toBe('')

  await browser.submit('Sign in as Mara Lind')
  await browser.submit('Sign in', { username: mara.username, password: PASSWORD })
  expect(browser.page.text).toContain(
    'Another account was signed in when you sent this. Nothing has been saved yet.',
  )
  await browser.submit('Save')
  expect(await bioOf(mara.id)).toBe('Typed by Mara herself')
  expect(await bioOf(north.id)).toBe('')
})

test('a token that somebody made up counts as none', async () => {
  const [mara, north] = [await makePerson(app, 'influencer'), await makePerson(app, 'influencer')]
  const token = `${mara.id}.${'a'.repeat(16)}.${'b'.repeat(22)}.1`
  const visitor = app.visitor()
  const answer = await visitor.send('/settings/profile', {
    method: 'POST',
    body: new URLSearchParams({ bio: 'x', form_token: token }),
    headers: { Origin: app.url },
  })
  expect(answer.headers.get('Location')).not.toContain('unsent')
  const { rows } = await app.db.execute({
    sql: 'select id from kept_forms where user_id in (?, ?)',
    args: [mara.id, north.id],
  })
  expect(rows).toEqual([])
})

test('nobody fills the table: ten forms are kept for an account', async () => {
  const mara = await makePerson(app, 'influencer')
  const page = await mara.browser.get('/settings/profile')
  const token = page.document.querySelector('[name=form_token]')?.getAttribute('value') ?? ''
  await app.db.execute({ sql: 'delete from sessions where user_id = ?', args: [mara.id] })
  for (let at = 0; at < 13; at++)
    await mara.browser.post('/settings/profile', { bio: `x${at}`, form_token: token })
  const { rows } = await app.db.execute({
    sql: "select json_extract(fields, '$[0][1][0]') as bio from kept_forms where user_id = ? order by kept_at",
    args: [mara.id],
  })
  expect(rows.map(({ bio }) => bio)).toEqual(Array.from({ length: 10 }, (_, at) => `x${at + 3}`))
})

test('passwords are not kept', async () => {
  const mara = await makePerson(app, 'influencer')
  await mara.browser.get(routes.settings.password.href())
  await app.db.execute({ sql: 'delete from sessions where user_id = ?', args: [mara.id] })
  await mara.browser.submit('Change password', {
    current_password: PASSWORD,
    new_password: 'eight blue herons',
  })
  const { rows } = await app.db.execute({
    sql: 'select fields from kept_forms where user_id = ?',
    args: [mara.id],
  })
  expect(rows).toHaveLength(1)
  expect(String(rows[0]?.fields)).not.toMatch(/otters|herons/)
})

test('every form of a page for somebody who is signed in has a token', async () => {
  const people = [
    await makePerson(app, 'sponsor'),
    await makePerson(app, 'influencer'),
    await makePerson(app, 'admin'),
  ]
  const columns = [2, 4, 6]
  let forms = 0
  for (const [index, { browser }] of people.entries()) {
    const pages = Object.entries(routeTable)
      .filter(
        ([route, who]) =>
          route.startsWith('GET ') && !route.includes(':') && who[columns[index] ?? 0] === '+',
      )
      .map(([route]) => route.slice('GET '.length))
      .filter((path) => !/\.(csv|xml|txt)$|healthz/.test(path))
    for (const path of pages) {
      await browser.get(path)
      const posts = browser.page.document.querySelectorAll('form[method=post]')
      const without = [...posts].filter((form) => !form.querySelector('[name=form_token]'))
      const actions = without.map((form) => form.getAttribute('action') ?? '')
      expect(actions.filter((action) => !needsNoToken(action)).map((action) => `${path}: ${action}`)).toEqual(
        [],
      )
      forms += posts.length - without.length
    }
  }
  expect(forms).toBeGreaterThan(30)
})

/** Signing out, and how the browser shows lists, is nobody's in particular. */
function needsNoToken(action: string): boolean {
  return action === routes.signOut.href() || action.startsWith('/list-views/')
}

async function bioOf(id: number): Promise<unknown> {
  const { rows } = await app.db.execute({ sql: 'select bio from influencers where user_id = ?', args: [id] })
  return rows[0]?.bio
}
