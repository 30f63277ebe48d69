import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { makeRouteFixtures } from '../../support/routes/route-fixtures.ts'

let app: App
let people: Readonly<Record<'waiting' | 'sponsor' | 'influencer' | 'admin', Person>>
let pathOf: (pattern: string) => string
beforeAll(async () => {
  app = await startApp()
  const fixtures = await makeRouteFixtures(app)
  const [waiting, sponsor, , influencer, , admin] = fixtures.people
  if (!waiting || !sponsor || !influencer || !admin) throw new Error('Somebody is missing.')
  people = { waiting, sponsor, influencer, admin }
  pathOf = fixtures.pathOf
})
afterAll(() => app.close())

test.each([
  ['waiting', '/settings/profile', 'Save'],
  ['waiting', '/settings/account', 'Save'],
  ['sponsor', '/settings/profile', 'Save'],
  ['sponsor', '/settings/account', 'Save'],
  ['sponsor', '/settings/notifications', 'Save'],
  ['sponsor', '/campaigns/:campaignId/edit', 'Save'],
  ['sponsor', '/shortlists/:shortlistId', 'Save name'],
  ['sponsor', '/shortlists/:shortlistId', 'Save note'],
  ['influencer', '/settings/profile', 'Save'],
  ['influencer', '/settings/account', 'Save'],
  ['influencer', '/settings/notifications', 'Save'],
  ['influencer', '/settings/channels/:channelId', 'Save'],
  ['admin', '/settings/account', 'Save'],
  ['admin', '/admin/reason-templates/:reasonTemplateId', 'Save'],
] as const)(
  '%s saves %s (%s) without a change: nobody is told, and nothing is recorded',
  async (who, path, button) => {
    const { browser } = people[who]
    await browser.get(pathOf(path))
    const before = await told()
    const page = await browser.submit(button)
    expect(page.status).toBe(200)
    expect(page.document.querySelector('.form-errors')).toBeNull()
    expect(await told()).toEqual(before)
  },
)

test('an admin can approve a sponsor who saved their profile without a change meanwhile', async () => {
  const [sponsor, admin] = [
    await makePerson(app, 'sponsor', { status: 'pending' }),
    await makePerson(app, 'admin'),
  ]
  const save = async (fields: Record<string, string> = {}) => {
    await sponsor.browser.get('/settings/profile')
    await sponsor.browser.submit('Save', fields)
  }
  await save()
  expect(await versionOf(sponsor)).toBe(1)
  await admin.browser.get(`/admin/sponsors/${sponsor.id}`)
  await save({ about: 'Something new' })
  expect(await versionOf(sponsor)).toBe(2)
  await admin.browser.get(`/admin/sponsors/${sponsor.id}`)
  await save()
  expect(await versionOf(sponsor)).toBe(2)
})

test('a suspension that is given the same reason and end again is told once', async () => {
  const [person, admin] = [await makePerson(app, 'influencer'), await makePerson(app, 'admin')]
  await admin.browser.get(`/admin/users/${person.id}`)
  await admin.browser.submit('Suspend', { reason: 'Spam in many messages.', length: 'none' })
  const before = await told()
  await admin.browser.get(`/admin/users/${person.id}`)
  await admin.browser.submit('Change suspension', { reason: 'Spam in many messages.', length: 'none' })
  expect(admin.browser.sees('Nothing changed, so nobody was notified.')).toBe(true)
  expect(await told()).toEqual(before)
})

/** What is recorded and what people are told, and the versions that admins decide on. */
async function told() {
  const results = await app.db.batch([
    'select * from events order by id',
    'select id, kind, title from outbox order by id',
    'select id, kind, title from notifications order by id',
    'select id, kind, count from security_events order by id',
    'select id, version from users order by id',
    'select user_id, profile_changed_at, name_requested_at, submitted_at from sponsors order by user_id',
    'select id, version from campaigns order by id',
  ])
  return results.map(({ rows }) => rows.map((row) => ({ ...row })))
}

async function versionOf({ id }: Person): Promise<number> {
  const { rows } = await app.db.execute({ sql: 'select version from users where id = ?', args: [id] })
  return Number(rows[0]?.version)
}
