import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { App } from '../support/app.ts'
import { makePerson, makeSession } from '../support/people.ts'
import type { BrowserUser } from './support/browser-user.ts'
import { type E2eApp, startE2eApp } from './support/e2e-app.ts'
import { focused, tabTo } from './support/keyboard.ts'
import { findProblems } from './support/page-checks.ts'
import { desk } from './support/variants.ts'

let e2e: E2eApp
let user: BrowserUser
beforeAll(async () => {
  e2e = await startE2eApp()
  for (const name of ['Mara Lind', 'Marek Nowak', 'Jide Okafor'])
    await makePerson(e2e.app, 'influencer', { display_name: name })
  const admin = await makePerson(e2e.app, 'admin', { display_name: 'Zoe Admin' })
  user = await e2e.newUser(desk, await makeSession(e2e.app, admin.id))
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

const press = async (...keys: string[]) => {
  for (const key of keys) await user.page.keyboard.press(key)
}
const focus = () => focused(user.page)

test('an admin searches, moves between rows and opens one, with keys alone', async () => {
  await user.open('/admin/users')
  await press('/')
  await expect.poll(focus).toMatchObject({ id: 'field-query' })
  await user.page.keyboard.type('mar')
  await user.page.waitForURL('**/admin/users?query=mar')
  await expect.poll(() => user.page.locator('tbody tr').count()).toBe(2)

  await press('ArrowDown')
  await expect.poll(focus).toMatchObject({ text: 'Marek Nowak' })
  await press('ArrowDown')
  await expect.poll(focus).toMatchObject({ text: 'Mara Lind' })
  // There are no more rows.
  await press('ArrowDown')
  await expect.poll(focus).toMatchObject({ text: 'Mara Lind' })
  expect(await findProblems(user.page, 'everything')).toEqual([])
  await press('ArrowUp', 'Escape')
  await expect.poll(focus).toMatchObject({ id: 'field-query' })
  await press('ArrowDown', 'ArrowDown', 'Enter')
  await user.page.waitForURL('**/admin/users/*')
  expect(await user.page.locator('h1').textContent()).toBe('Mara Lind')
})

test('headings sort and keep the focus, and a letter in the search field stays a letter', async () => {
  await user.open('/admin/users')
  const joined = user.page.locator('thead a', { hasText: 'Joined' })
  await tabTo(user.page, joined)
  await press('Enter')
  await user.page.waitForURL('**/admin/users?sort=oldest')
  await expect.poll(() => joined.evaluate((link) => link === document.activeElement)).toBe(true)
  expect(await user.page.locator('th[aria-sort=ascending]').textContent()).toContain('Joined')

  await press('/')
  await user.page.keyboard.type('a/b c')
  expect(await user.page.locator('#field-query').inputValue()).toBe('a/b c')
})

test('an action in a row leaves the focus on the row', async () => {
  await failMessage(e2e.app)
  await user.open('/admin/mail')
  await tabTo(user.page, user.page.locator('button', { hasText: 'Try again' }))
  await press('Enter')
  await expect.poll(async () => (await focus()).id).toMatch(/^messages-\d+$/)
  expect(await user.page.locator('tr.is-changed').textContent()).toContain('Being sent')
  expect(await user.page.locator('#flash').textContent()).toContain('The message is being sent again.')
  expect(await findProblems(user.page, 'everything')).toEqual([])
})

test('an admin selects sponsors with Space and with "select all", and approves them together', async () => {
  const names = ['Tidewell Boats', 'Sorrel Books', 'Wrenmere Tea']
  for (const name of names) await makePerson(e2e.app, 'sponsor', { display_name: name, status: 'pending' })
  await user.open('/admin/sponsors')
  const selected = () => user.page.locator('[data-selected-count]').textContent()
  const boxes = user.page.locator('tbody [name=selected]')
  expect(await boxes.count()).toBe(3)

  // From the search field to the second row. Space selects a row, and takes it back.
  await press('/', 'ArrowDown', 'ArrowDown', 'Space')
  expect(await selected()).toBe('1 selected')
  await expect.poll(focus).toMatchObject({ text: names[1] })
  await press('ArrowUp', 'Space')
  expect(await selected()).toBe('2 selected')
  await press('Space')
  expect(await selected()).toBe('1 selected')

  const all = user.page.getByLabel('Select all on this page')
  expect(await all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true)
  // It is before the rows, so Tab comes to it after the end of the page.
  await press('Escape')
  await tabTo(user.page, all)
  await press('Space')
  expect(await selected()).toBe('3 selected')
  await press('Space')
  expect(await user.page.locator('.bulk-bar').isVisible()).toBe(false)
  await press('Space')
  expect(await findProblems(user.page, 'everything')).toEqual([])

  await tabTo(user.page, user.button('Approve…'))
  await press('Enter')
  await user.page.waitForURL('**/admin/bulk-actions/new?*')
  await user.sees('Approve 3 sponsors?', ...names)
  await tabTo(user.page, user.button('Approve 3 sponsors'))
  await press('Enter')
  await user.page.waitForURL('**/admin/sponsors')
  await user.sees('Done.', 'No sponsors here')
})

async function failMessage(app: App): Promise<void> {
  await app.db.execute(`insert into outbox (kind, subject, period, channel, user_id, title, body, path, state, attempts,
      due_at, last_error, created_at)
    select 'ad_request_offer', 'ad_request:7', '1', 'sms', id, 'Offer', '{}', '/home', 'dead', 8, 4e12, 'Timeout', 1
    from users where display_name = 'Mara Lind'`)
}
