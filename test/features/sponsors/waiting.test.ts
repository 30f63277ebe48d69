import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'

let app: App
let admin: Person

beforeAll(async () => {
  app = await startApp()
  admin = await makePerson(app, 'admin')
})
afterAll(() => app.close())

test('a rejected sponsor reads the reason, updates their profile and resubmits', async () => {
  const { browser, id } = await makePerson(app, 'sponsor', { status: 'rejected', display_name: 'Northway' })
  await app.db.execute({ sql: "update users set status_reason = 'Which gear?' where id = ?", args: [id] })
  await browser.get('/home')
  expect(browser.page.url).toBe('/waiting')
  expect(browser.sees('Which gear?')).toBe(true)

  await browser.click('Edit profile')
  await browser.submit('Save', { industry: 'Boots and tents', annual_budget: '90000.50' })
  expect(browser.page.url).toBe('/waiting')
  expect(browser.sees('Boots and tents')).toBe(true)

  await browser.submit('Resubmit')
  expect(browser.sees("We'll review your account again")).toBe(true)
  expect(browser.sees('Which gear?')).toBe(false)
  const events = await app.db.execute({
    sql: "select kind, from_state, to_state from events where subject = 'user' and subject_id = ?",
    args: [id],
  })
  expect(events.rows).toMatchObject([{ kind: 'resubmitted', from_state: 'rejected', to_state: 'pending' }])
  await admin.browser.get('/notifications')
  expect(admin.browser.sees('Northway is waiting for approval')).toBe(true)
})

test('resubmitting does nothing unless rejected, and a double click resubmits once', async () => {
  const pending = await makePerson(app, 'sponsor', { status: 'pending' })
  await pending.browser.post('/waiting/resubmission')
  expect(pending.browser.page.url).toBe('/waiting')
  expect(await resubmissionsOf(pending)).toBe(0)

  const rejected = await makePerson(app, 'sponsor', { status: 'rejected' })
  const twice = await Promise.all(
    [1, 2].map(() => statusOf(rejected.browser.send('/waiting/resubmission', { method: 'POST' }))),
  )
  expect(twice).toEqual([303, 303])
  expect(await resubmissionsOf(rejected)).toBe(1)
})

test('only sponsors who are not approved have a waiting page', async () => {
  const active = await makePerson(app, 'sponsor')
  await active.browser.get('/waiting')
  expect(active.browser.page.url).toBe('/home')

  const influencer = await makePerson(app, 'influencer')
  expect((await influencer.browser.get('/waiting')).status).toBe(404)
  await app.visitor().get('/waiting')
})

test('before approval, a sponsor can open their settings and what visitors see, and nothing else', async () => {
  const { browser } = await makePerson(app, 'sponsor', { status: 'pending' })
  for (const path of ['/settings/profile', '/settings/account', '/settings/password']) {
    expect((await browser.get(path)).url).toBe(path)
  }
  for (const path of ['/campaigns', '/influencers', '/help']) {
    expect((await browser.get(path)).url).toBe(path)
  }
  for (const path of ['/notifications', '/ad-requests', '/campaigns/new']) {
    expect((await browser.get(path)).url).toBe('/waiting')
  }
})

/** Reads the body to its end: an unread one would break the Worker's pipe. */
async function statusOf(answer: Promise<Response>): Promise<number> {
  const { status, body } = await answer
  await body?.pipeTo(new WritableStream())
  return status
}

async function resubmissionsOf({ id }: Person) {
  const events = await app.db.execute({
    sql: "select count(*) as times from events where kind = 'resubmitted' and subject_id = ?",
    args: [id],
  })
  return events.rows[0]?.times
}

test.each(['pending', 'rejected', 'active'] as const)(
  'every settings tab of a sponsor who is %s opens',
  async (status) => {
    const { browser } = await makePerson(app, 'sponsor', { status })
    const { html } = await browser.get('/settings/account')
    const tabs = [...html.matchAll(/href="(\/settings\/[^"]+)"/g)].map(([, href]) => href ?? '')
    expect(tabs.length).toBeGreaterThan(3)
    for (const href of tabs) expect((await browser.get(href)).url).toBe(href)
  },
)
