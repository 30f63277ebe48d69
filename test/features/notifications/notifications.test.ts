import { afterAll, beforeAll, expect, test } from 'vitest'
import { selectSessionAndViewer } from '../../../src/features/viewer/queries.ts'
import { openDatabase } from '../../../src/platform/db/database.ts'
import { type App, startApp } from '../../support/app.ts'
import { eventually } from '../../support/eventually.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { planOfSelect } from '../discovery/query-plan.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

async function tell({ id }: Person, title: string, path = '/settings/profile'): Promise<number> {
  const { rows } = await app.db.execute({
    sql: 'insert into notifications (user_id, kind, title, path, created_at) values (?, ?, ?, ?, ?) returning id',
    args: [id, 'test', title, path, Date.now()],
  })
  return Number(rows[0]?.id)
}

async function readAt(id: number) {
  const { rows } = await app.db.execute({ sql: 'select read_at from notifications where id = ?', args: [id] })
  return rows[0]?.read_at
}

test('opening a notification leads to its page and marks it as read', async () => {
  const mara = await makePerson(app, 'influencer')
  await mara.browser.get('/notifications')
  expect(mara.browser.sees('No notifications yet')).toBe(true)

  await tell(mara, 'Older')
  const id = await tell(mara, 'Newer <b>')
  await mara.browser.get('/notifications')
  expect(mara.browser.page.text).toMatch(/Newer <b>New, .*OlderNew, /)
  expect(mara.browser.page.document.querySelector('.bell')?.getAttribute('aria-label')).toBe(
    'Notifications, 2 unread',
  )

  await mara.browser.submit('Newer')
  expect(mara.browser.page.url).toBe('/settings/profile')
  const first = await readAt(id)
  await mara.browser.get('/notifications')
  expect(mara.browser.page.text).not.toContain('Newer <b>New')
  await mara.browser.submit('Newer')
  expect(await readAt(id)).toBe(first)
})

test('marking all as read affects only the viewer’s notifications', async () => {
  const mara = await makePerson(app, 'influencer')
  const jide = await makePerson(app, 'influencer')
  const ids = [await tell(mara, 'One'), await tell(mara, 'Two')]
  const other = await tell(jide, 'Three')
  await mara.browser.get('/notifications')
  expect(mara.browser.sees('Three')).toBe(false)
  await mara.browser.submit('Mark all as read')
  expect(mara.browser.sees('All notifications marked as read.')).toBe(true)
  expect(mara.browser.sees('Mark all as read')).toBe(false)
  expect(await Promise.all(ids.map(readAt))).not.toContain(null)
  expect(await readAt(other)).toBeNull()
})

test('opening a page, whichever way, marks the notifications about it as read', async () => {
  const mara = await makePerson(app, 'influencer')
  const about = await tell(mara, 'About the page', '/settings/profile')
  const withQuery = await tell(mara, 'About a part of it', '/settings/profile?answer=open')
  const withAnchor = await tell(mara, 'About another part', '/settings/profile#bio')
  const other = await tell(mara, 'About the rates', '/settings/rates')
  const longer = await tell(mara, 'About something below it', '/settings/profile/x')
  await mara.browser.get('/settings/profile')
  const bell = mara.browser.page.document.querySelector('.bell')
  expect(bell?.getAttribute('aria-label')).toBe('Notifications, 2 unread')
  await eventually(async () => {
    expect(await Promise.all([about, withQuery, withAnchor].map(readAt))).not.toContain(null)
  })
  expect(await Promise.all([other, longer].map(readAt))).toEqual([null, null])
})

test('a page that a browser loads before it is opened stays unread', async () => {
  const mara = await makePerson(app, 'influencer')
  const id = await tell(mara, 'About the rates', '/settings/rates')
  await mara.browser.get('/settings/rates', { 'Sec-Purpose': 'prefetch;prerender' })
  await mara.browser.get('/notifications')
  expect(await readAt(id)).toBeNull()
})

test('a notification whose thing is gone says so', async () => {
  const mara = await makePerson(app, 'influencer')
  const jide = await makePerson(app, 'influencer')
  const id = await tell(mara, 'Autumn Boots has a new offer', '/ad-requests/999999')
  await mara.browser.get('/notifications')
  await mara.browser.submit('Autumn Boots has a new offer')
  expect(mara.browser.page.status).toBe(404)
  expect(mara.browser.sees('No longer available')).toBe(true)
  expect(mara.browser.sees('Your notification said: Autumn Boots has a new offer')).toBe(true)
  expect(await readAt(id)).not.toBeNull()

  await jide.browser.get('/ad-requests/999999')
  expect(jide.browser.sees('Not found')).toBe(true)
  expect(jide.browser.sees('Autumn Boots')).toBe(false)
})

test('someone else’s notification is a 404 and stays unread', async () => {
  const mara = await makePerson(app, 'influencer')
  const jide = await makePerson(app, 'influencer')
  const id = await tell(jide, 'Private')
  for (const wanted of [id, 999_999, 'x', '-1']) {
    expect((await mara.browser.post(`/notifications/${wanted}/read`)).status).toBe(404)
  }
  expect(await readAt(id)).toBeNull()
  expect((await app.visitor().post(`/notifications/${id}/read`)).url).toContain('/sign-in')
})

test('a notification never leads away from Parley', async () => {
  const mara = await makePerson(app, 'influencer')
  for (const path of ['//evil.example/x', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    const id = await tell(mara, 'Bad', path)
    const response = await mara.browser.send(`/notifications/${id}/read`, { method: 'POST' })
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe('/notifications')
  }
})

test('pages hold twenty notifications, newest first', async () => {
  const mara = await makePerson(app, 'influencer')
  for (let number = 1; number <= 45; number += 1) await tell(mara, `Notification no. ${number};`)
  const seen: number[] = []
  await mara.browser.get('/notifications')
  for (;;) {
    seen.push(...[...mara.browser.page.text.matchAll(/no\. (\d+);/g)].map(([, number]) => Number(number)))
    if (!mara.browser.sees('More')) break
    await mara.browser.click('More')
  }
  expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => 45 - index))
  await mara.browser.get('/notifications?after=nonsense')
  expect(mara.browser.sees('no. 45;')).toBe(true)
})

test('the page and opening a notification take two round trips each', async () => {
  const mara = await makePerson(app, 'influencer')
  const id = await tell(mara, 'Counted')
  let before = app.libsql.pipelines
  await mara.browser.get('/notifications')
  expect(app.libsql.pipelines - before).toBe(2)
  before = app.libsql.pipelines
  await mara.browser.send(`/notifications/${id}/read`, { method: 'POST' })
  // The check of the outbox after the response may be one more.
  expect(app.libsql.pipelines - before).toBeLessThanOrEqual(3)
})

test.each([
  ['/notices', '/notifications'],
  ['/notices?after=7', '/notifications?after=7'],
])('the old address %s redirects to %s', async (old, current) => {
  const response = await app.visitor().send(old)
  expect(response.status).toBe(301)
  expect(response.headers.get('Location')).toBe(current)
})

test('a page looks up the notification that led to it, however many are unread', async () => {
  const db = openDatabase({ TURSO_DATABASE_URL: app.libsql.url })
  const values = { sessionId: 'x', oldest: 0, oldestOfAdmin: 0, now: 1, path: '/ad-requests/7' }
  const plan = await planOfSelect(app.db, selectSessionAndViewer(db, values))
  expect(plan.filter((step) => step.includes('notifications'))).toEqual([
    'SEARCH notifications USING INDEX notifications_unread (user_id=?)',
    'SEARCH notifications USING INDEX notifications_unread (user_id=? AND page=?)',
  ])
})
