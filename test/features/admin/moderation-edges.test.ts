import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { withoutMail } from '../../support/round-trips.ts'
import { flag, lift, makeWorld } from '../flags/world.ts'

let app: App
let admin: Person
beforeAll(async () => {
  app = await startApp(withoutMail)
  admin = await makePerson(app, 'admin', { display_name: 'Ada' })
})
afterAll(() => app.close())

const run = async (sql: string) => (await app.db.execute(sql)).rows

/** The number beside an entry of the navigation. */
function waiting(entry: string): number {
  const links = [...admin.browser.page.document.querySelectorAll('header nav a')]
  const text = links.find(({ textContent }) => textContent?.trim().startsWith(entry))?.textContent ?? ''
  return Number(/\d+/.exec(text)?.[0] ?? 0)
}

const tabCount = (id: string) => Number(admin.browser.page.document.getElementById(id)?.textContent ?? 0)

describe('a sponsor who asks for a new name', () => {
  it('is in the overview and in the count of the navigation, unless they are suspended or leave', async () => {
    await admin.browser.get('/admin')
    const before = waiting('Sponsors')
    const sponsor = await makePerson(app, 'sponsor', { display_name: 'Fern & Moss' })
    await sponsor.browser.get('/settings/profile')
    await sponsor.browser.submit('Save', { company_name: 'Moss & Fern' })

    await admin.browser.get('/admin')
    expect(admin.browser.sees('Review the new name of Fern & Moss')).toBe(true)
    expect(waiting('Sponsors')).toBe(before + 1)
    await admin.browser.click('Review the new name of Fern & Moss')
    expect(tabCount('sponsors-count-renamed')).toBe(1)

    for (const status of ['suspended', 'deleting']) {
      await run(`update users set status = '${status}' where id = ${sponsor.id}`)
      await admin.browser.get('/admin')
      expect(admin.browser.sees('Fern & Moss'), status).toBe(false)
      expect(waiting('Sponsors'), status).toBe(before)
      await admin.browser.get('/admin/sponsors?status=renamed')
      expect(tabCount('sponsors-count-renamed'), status).toBe(0)
      expect(admin.browser.sees('Fern & Moss'), status).toBe(false)
    }
    await run(`update users set status = 'active' where id = ${sponsor.id}`)
    await admin.browser.get('/admin/sponsors?status=renamed')
    await admin.browser.submit('Approve name Fern & Moss')
    await admin.browser.get('/admin')
    expect(waiting('Sponsors')).toBe(before)
  })
})

describe('an account that is being deleted', () => {
  it('cannot be suspended, and the page says what to do instead', async () => {
    const mara = await makePerson(app, 'influencer')
    await admin.browser.post(`/admin/users/${mara.id}/deletion`, { version: '1' })
    expect(await run(`select status from users where id = ${mara.id}`)).toEqual([{ status: 'deleting' }])
    const words = 'To suspend it instead, stop its deletion first.'
    await admin.browser.get(`/admin/users/${mara.id}?ask=suspension`)
    expect(admin.browser.sees(words)).toBe(true)
    expect(admin.browser.page.html).not.toContain('Suspend…')
    const fields = { version: '2', length: 'week', reason: 'Spam.' }
    const refused = await admin.browser.post(`/admin/users/${mara.id}/suspension`, fields)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain(words)
    expect(await run(`select status from users where id = ${mara.id}`)).toEqual([{ status: 'deleting' }])
    await admin.browser.get(`/admin/users/${mara.id}`)
    await admin.browser.click('See the deletion')
    expect(admin.browser.sees('Stop the deletion…')).toBe(true)
  })

  it('of an admin is nobody else’s to start or to stop', async () => {
    const bo = await makePerson(app, 'admin', { display_name: 'Bo' })
    const page = `/admin/users/${bo.id}/data`
    await admin.browser.get(page)
    expect(admin.browser.sees('Only they themselves can delete the account of an admin')).toBe(true)
    expect(admin.browser.page.html).not.toContain('Delete account…')
    expect((await admin.browser.post(`/admin/users/${bo.id}/deletion`, { version: '1' })).status).toBe(422)
    expect(await run(`select status from users where id = ${bo.id}`)).toEqual([{ status: 'active' }])

    await run(`update users set status = 'deleting' where id = ${bo.id}`)
    await run(`insert into account_deletions (user_id, requested_by, requested_at, due_at, status_before)
      values (${bo.id}, ${bo.id}, ${Date.now()}, ${Date.now() + 86_400_000}, 'active')`)
    await admin.browser.get(page)
    expect(admin.browser.page.html).not.toContain('Stop the deletion…')
    expect((await admin.browser.post(`/admin/users/${bo.id}/deletion/end`, { version: '1' })).status).toBe(
      422,
    )
    expect(await run(`select status from users where id = ${bo.id}`)).toEqual([{ status: 'deleting' }])
  })
})

describe('the owner of a flag whose account has been deleted', () => {
  it('is not said to have been notified', async () => {
    const world = await makeWorld(app)
    await run(`update users set status = 'deleted' where id = ${world.sponsor.id}`)
    await world.admin.browser.get(`/admin/flags/new?subject=campaign&subject_id=${world.campaignId}`)
    expect(world.admin.browser.sees('Nobody: the account has been deleted')).toBe(true)
    await flag(app, world, 'campaign', world.campaignId)
    const untold = "The owner wasn't notified, because their account has been deleted."
    expect(world.admin.browser.sees(`Flagged. ${untold}`)).toBe(true)
    await world.admin.browser.get(`/admin/campaigns?query=${world.names.campaign}`)
    await world.admin.browser.submit('Lift flag', { reason: 'A mistake.' })
    expect(world.admin.browser.sees(`Flag lifted. ${untold}`)).toBe(true)
    const id = await flag(app, world, 'campaign', world.campaignId)
    await lift(world, id)
    expect(world.admin.browser.sees(`Flag lifted. ${untold}`)).toBe(true)
  })
})

describe('a flag on something that is over', () => {
  it.each([
    [
      'ad_request',
      (world: { adRequestId: number }) => world.adRequestId,
      "update ad_requests set state = 'rejected'",
    ],
    ['campaign', (world: { campaignId: number }) => world.campaignId, 'delete from campaigns'],
    ['message', (world: { messageId: number }) => world.messageId, 'delete from messages'],
  ] as const)(
    '(%s) leaves the standing flags, its owner’s home and the appeals',
    async (subject, idOf, end) => {
      const world = await makeWorld(app)
      const { sponsor, names } = world
      const id = await flag(app, world, subject, idOf(world))
      await sponsor.browser.get(`/flags/${id}`)
      await sponsor.browser.submit('Send appeal', { appeal: 'This is a misunderstanding.' })
      const title = subject === 'message' ? 'Call me on another site.' : names.campaign
      const isListed = async (state: string) =>
        (await admin.browser.get(`/admin/flags?state=${state}`)).html.includes(`/admin/flags/${id}"`)
      expect([await isListed('standing'), await isListed('appealed'), await isListed('over')]).toEqual([
        true,
        true,
        false,
      ])
      await admin.browser.get('/admin')
      expect(admin.browser.page.html).toContain(`/admin/flags/${id}"`)
      await sponsor.browser.get('/home')
      expect(sponsor.browser.page.html).toContain(`/flags/${id}"`)

      await run(`${end} where id = ${idOf(world)}`)
      expect([await isListed('standing'), await isListed('appealed'), await isListed('over')]).toEqual([
        false,
        false,
        true,
      ])
      expect(admin.browser.page.text).toMatch(new RegExp(`${title}.*Closed or deleted`))
      await admin.browser.get('/admin')
      expect(admin.browser.page.html).not.toContain(`/admin/flags/${id}"`)
      await sponsor.browser.get('/home')
      expect(sponsor.browser.page.html).not.toContain(`/flags/${id}"`)
      expect(await isListed('all')).toBe(true)
    },
  )
})

it('the mail about a message is held back when the message is flagged, unless it has been sent', async () => {
  const world = await makeWorld(app)
  const unsent = () =>
    run(
      `select state from outbox where kind = 'ad_request_message' and state <> 'held'
        and user_id = ${world.influencer.id} order by id`,
    )
  await run(`update outbox set state = 'pending', due_at = 4e12 where user_id = ${world.influencer.id}`)
  await world.sponsor.browser.get(`/ad-requests/${world.adRequestId}`)
  await world.sponsor.browser.submit('Send message', { message: 'This one is fine.' })
  await run(`update outbox set state = 'pending', due_at = 4e12 where user_id = ${world.influencer.id}`)
  const before = await unsent()
  expect(before.length).toBeGreaterThan(1)
  await flag(app, world, 'message', world.messageId)
  expect(await unsent()).toHaveLength(before.length / 2)

  await run(
    `update outbox set state = 'sent', sent_at = 1 where state <> 'held' and user_id = ${world.influencer.id}`,
  )
  const [newest] = await run('select max(id) as id from messages')
  await flag(app, world, 'message', Number(newest?.id))
  expect(await unsent()).toHaveLength(before.length / 2)
})
