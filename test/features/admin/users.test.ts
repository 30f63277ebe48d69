import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, PASSWORD, type Person } from '../../support/people.ts'

let app: App
let admin: Person
beforeAll(async () => {
  app = await startApp()
  admin = await makePerson(app, 'admin', { display_name: 'Ada' })
})
afterAll(() => app.close())

async function statusOf({ id }: Person) {
  const { rows } = await app.db.execute({
    sql: 'select status, coalesce(suspension_reason, status_reason) as reason from users where id = ?',
    args: [id],
  })
  return [rows[0]?.status, rows[0]?.reason]
}

test('people are found by the first letters of any word of username, name or e-mail', async () => {
  const mara = await makePerson(app, 'influencer', {
    username: 'wanderer',
    display_name: 'Mara Åsa Lindqvist',
    email: 'post@lindqvist.example',
  })
  for (const query of [
    'wand',
    '@WAND',
    'mara l',
    'MARA',
    'post@lind',
    'lindqvist',
    'asa',
    'åsa',
    'lindqvist m',
  ]) {
    await admin.browser.get(`/admin/users?query=${encodeURIComponent(query)}`)
    expect(admin.browser.sees('Mara Åsa Lindqvist')).toBe(true)
  }
  for (const [query, title] of [
    ['query=indqvist', 'No people match “indqvist”'],
    ['query=mara&role=sponsor', 'No people match all filters'],
    ['query=mara&status=suspended', 'No people match all filters'],
    ['query=%25', 'No people match “%”'],
  ] as const) {
    await admin.browser.get(`/admin/users?${query}`)
    expect(admin.browser.sees(title), query).toBe(true)
  }
  await admin.browser.get('/admin/users?query=mara&role=influencer')
  await admin.browser.click('Mara Åsa Lindqvist')
  expect(admin.browser.page.url).toBe(`/admin/users/${mara.id}`)
})

test('a suspended person is signed out everywhere, sees why, and can return afterwards', async () => {
  const jide = await makePerson(app, 'influencer', { display_name: 'Jide' })
  await admin.browser.get(`/admin/users/${jide.id}`)
  await admin.browser.submit('Suspend', { reason: '' })
  expect(admin.browser.page.status).toBe(422)
  expect(await statusOf(jide)).toEqual(['active', null])

  await admin.browser.submit('Suspend', { length: 'none', reason: 'Bought followers.' })
  expect(admin.browser.sees('Suspended and signed out everywhere.')).toBe(true)
  expect(admin.browser.page.text).toContain('Suspended by Ada: Bought followers.')
  await jide.browser.get('/home')
  expect(jide.browser.page.url).toContain('/sign-in')
  await jide.browser.submit('Sign in', { username: jide.username, password: PASSWORD })
  expect(jide.browser.page.status).toBe(422)
  expect(jide.browser.sees('This account is suspended: Bought followers.')).toBe(true)
  expect((await app.visitor().get(`/influencers/${jide.id}`)).status).toBe(404)

  await admin.browser.submit('End suspension')
  expect(admin.browser.sees('Suspension ended.')).toBe(true)
  expect(admin.browser.page.text).toContain('Suspension ended by Ada')
  expect(await statusOf(jide)).toEqual(['active', null])
  await jide.browser.get('/sign-in')
  await jide.browser.submit('Sign in', { username: jide.username, password: PASSWORD })
  await jide.browser.get('/notifications')
  expect(jide.browser.sees('Your account is no longer suspended')).toBe(true)
})

test('a suspension never approves a sponsor', async () => {
  const waiting = await makePerson(app, 'sponsor', { status: 'pending', display_name: 'Waiting Ltd' })
  const rejected = await makePerson(app, 'sponsor', { status: 'pending', display_name: 'Rejected Ltd' })
  await admin.browser.get('/admin/sponsors?query=rejected')
  await admin.browser.submit('Reject sponsor', { reason: 'No website.' })

  for (const sponsor of [waiting, rejected]) {
    await admin.browser.get(`/admin/users/${sponsor.id}`)
    await admin.browser.submit('Suspend', { length: 'none', reason: 'Spam.' })
    await admin.browser.get('/admin/sponsors')
    expect(admin.browser.sees('Waiting Ltd')).toBe(sponsor !== waiting)
    await admin.browser.get(`/admin/users/${sponsor.id}`)
    await admin.browser.submit('End suspension')
  }
  expect(await statusOf(waiting)).toEqual(['pending', null])
  expect(await statusOf(rejected)).toEqual(['rejected', 'No website.'])
  await admin.browser.get('/admin/sponsors')
  expect(admin.browser.sees('Waiting Ltd')).toBe(true)
})

test('an admin cannot be suspended', async () => {
  const other = await makePerson(app, 'admin')
  await admin.browser.get(`/admin/users/${other.id}`)
  expect(admin.browser.sees('Suspend')).toBe(false)
  const page = await admin.browser.post(`/admin/users/${other.id}/suspension`, {
    version: '1',
    reason: 'Ha.',
  })
  expect(page.status).toBe(403)
  expect(await statusOf(other)).toEqual(['active', null])
})

test('a second suspension, and one of an account that has changed, are refused', async () => {
  const soojin = await makePerson(app, 'influencer')
  const path = `/admin/users/${soojin.id}/suspension`
  const pages = await Promise.all(
    Array.from({ length: 5 }, () =>
      admin.browser.post(path, { version: '1', length: 'none', reason: 'Spam.' }),
    ),
  )
  expect(pages.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  expect((await admin.browser.post(path, { version: '2', length: 'none', reason: 'Again.' })).status).toBe(
    409,
  )
  expect((await admin.browser.post(`${path}/end`, { version: '1' })).status).toBe(409)
  expect((await admin.browser.post(`${path}/end`, {})).status).toBe(422)
  expect(await statusOf(soojin)).toEqual(['suspended', 'Spam.'])
  const { rows } = await app.db.execute({
    sql: "select count(*) as n from events where subject = 'user' and subject_id = ?",
    args: [soojin.id],
  })
  expect(rows[0]?.n).toBe(1)
})

test('an unknown person is a 404', async () => {
  for (const id of [999_999, 'x', '0']) {
    expect((await admin.browser.get(`/admin/users/${id}`)).status).toBe(404)
    const fields = { version: '1', reason: 'No.' }
    expect((await admin.browser.post(`/admin/users/${id}/suspension`, fields)).status).toBe(404)
    expect((await admin.browser.post(`/admin/users/${id}/suspension/end`, fields)).status).toBe(404)
  }
})
