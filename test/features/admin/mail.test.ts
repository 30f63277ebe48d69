import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentOf } from '../../../src/features/notifications/commands.ts'
import { undeliveredMessages } from '../../../src/features/notifications/undelivered/queries.ts'
import { undeliveredSearch } from '../../../src/features/notifications/undelivered/search.ts'
import { openDatabase } from '../../../src/platform/db/database.ts'
import type { Viewer } from '../../../src/platform/http/context.ts'
import { readPage } from '../../../src/platform/list/source.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'

let app: App
let admin: Person
let mara: Person
beforeAll(async () => {
  app = await startApp()
  admin = await makePerson(app, 'admin')
  mara = await makePerson(app, 'influencer', { email: 'mara@example.com', display_name: 'Mara Lind' })
})
afterAll(() => app.close())

async function fail(state: 'dead' | 'failed' | 'sent', period: number) {
  const title = `Offer no. ${period};`
  const content = JSON.stringify(contentOf({ body: [], action: { label: 'Open' } }))
  await app.db.execute({
    sql: `insert into outbox (kind, subject, period, channel, user_id, title, body, path, state, attempts, due_at,
        last_error, created_at)
      values ('ad_request_offer', 'ad_request:7', ?, 'email', ?, ?, ?, '/home', ?, 8, 4e12, '500 <Injected>', ?)`,
    args: [String(period), mara.id, title, content, state, Date.now()],
  })
}

test('an admin sees what did not arrive and why, and can send it again', async () => {
  await admin.browser.get('/admin/mail')
  expect(admin.browser.sees('Everything has been delivered')).toBe(true)
  await fail('dead', 1)
  await fail('sent', 2)
  await admin.browser.get('/admin/mail')
  expect(admin.browser.page.text).toMatch(/Mara Lind.*Offer no\. 1;.*Given up.*8.*500 <Injected>/)
  expect(admin.browser.sees('Offer no. 2')).toBe(false)

  await admin.browser.submit('Try again Offer no. 1')
  expect(admin.browser.sees('being sent again')).toBe(true)
  await expect.poll(() => app.mail.messages().map(({ subject }) => subject)).toEqual(['Offer no. 1;'])
  await admin.browser.get('/admin/mail')
  expect(admin.browser.sees('Everything has been delivered')).toBe(true)
})

test('what has been sent cannot be sent again: the row says so', async () => {
  const { rows } = await app.db.execute("select id from outbox where state = 'sent'")
  expect(rows).toHaveLength(2)
  for (const { id } of rows) {
    const page = await admin.browser.post(`/admin/mail/${id}/retry`)
    expect(page.status).toBe(409)
    const row = page.document.querySelector(`#messages-${id}`)
    expect(row?.textContent).toContain('It has been sent already')
    expect(row?.textContent).toMatch(/Mara Lind.*Sent/s)
  }
  expect((await admin.browser.post('/admin/mail/999999/retry')).status).toBe(404)
})

test('the list has pages, newest first, read by an index', async () => {
  for (let period = 10; period < 55; period += 1) await fail(period % 2 ? 'dead' : 'failed', period)
  const seen: number[] = []
  await admin.browser.get('/admin/mail')
  for (;;) {
    seen.push(
      ...[...admin.browser.page.text.matchAll(/no\. (\d+);\s*E-mail/g)].map(([, period]) => Number(period)),
    )
    if (!admin.browser.sees('More')) break
    await admin.browser.click('More')
  }
  expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => 54 - index))
})

test('nobody else sees any of it, even without the guard', async () => {
  const db = openDatabase({ TURSO_DATABASE_URL: app.libsql.url })
  const search = undeliveredSearch.fromText('')
  const pageFor = (role: Viewer['role']) =>
    readPage(
      undeliveredMessages,
      { db, viewer: { id: mara.id as UserId, role }, now: 0 },
      { search, after: null },
      [1],
    )
  const nothing = { rows: [], count: 0, found: [] }
  expect(await pageFor('influencer')).toMatchObject(nothing)
  expect(await pageFor('sponsor')).toMatchObject(nothing)
  expect((await pageFor('admin')).rows).toHaveLength(20)
})
