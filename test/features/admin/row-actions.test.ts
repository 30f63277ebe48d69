import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson } from '../../support/people.ts'
import { flag, makeWorld, type World } from '../flags/world.ts'

let app: App
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await makeWorld(app)
})
afterAll(() => app.close())

type Fields = Record<string, string>

/** Sends the form of a row as htmx does. */
async function inPlace(path: string, fields: Fields) {
  const response = await world.admin.browser.send(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: app.url, 'HX-Request-Type': 'partial' },
  })
  return { status: response.status, html: await response.text() }
}

async function flagOf(subject: string, id: number) {
  const { rows } = await app.db.execute({
    sql: 'select id, state, version from flags where subject = ? and subject_id = ? order by id desc limit 1',
    args: [subject, id],
  })
  return { id: String(rows[0]?.id), state: rows[0]?.state, version: String(rows[0]?.version) }
}

describe('a flag', () => {
  const lists = [
    { subject: 'user', path: '/admin/users', idOf: ({ influencer }: World) => influencer.id },
    { subject: 'campaign', path: '/admin/campaigns', idOf: ({ campaignId }: World) => campaignId },
    { subject: 'ad_request', path: '/admin/ad-requests', idOf: ({ adRequestId }: World) => adRequestId },
  ] as const

  it.each(lists)('is lifted in the row of $path, with a reason, once', async ({ subject, path, idOf }) => {
    const id = idOf(world)
    await world.admin.browser.get(path)
    expect(world.admin.browser.page.html).toContain(
      `/admin/flags/new?subject=${subject}&amp;subject_id=${id}`,
    )
    await flag(app, world, subject, id)
    const open = await flagOf(subject, id)
    await world.admin.browser.get(`${path}?flagged=yes`)
    const action = `${path}/${id}/flag/removal?flagged=yes`
    expect(world.admin.browser.page.html).toContain(`action="${action}"`)

    const fields = { flag_id: open.id, version: open.version }
    const empty = await inPlace(action, { ...fields, reason: '' })
    expect(empty.status).toBe(422)
    expect(empty.html).toContain('Enter a reason')
    const both = await Promise.all([1, 2].map(() => inPlace(action, { ...fields, reason: 'A mistake.' })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const done = both.find(({ status }) => status === 200)
    // The row stays, and every count is that of now.
    expect(done?.html).toMatch(/hx-partial hx-target="#[a-z-]+-bulk-count"/)
    expect(done?.html).toContain('Flag…')
    expect((await flagOf(subject, id)).state).toBe('lifted')
  })

  it('of another thing is not lifted', async () => {
    const { influencer, reader } = world
    await flag(app, world, 'user', influencer.id)
    const { id, version } = await flagOf('user', influencer.id)
    const fields = { flag_id: id, version, reason: 'A mistake.' }
    const { status } = await inPlace(`/admin/users/${reader.id}/flag/removal`, fields)
    expect(status).toBe(409)
    expect((await flagOf('user', influencer.id)).state).toBe('open')
  })

  it('without htmx leads back to the same page of the list', async () => {
    const { admin, influencer } = world
    await admin.browser.get('/admin/users?flagged=yes')
    await admin.browser.submit('Lift flag', { reason: 'A mistake.' })
    expect(admin.browser.page.url).toBe('/admin/users?flagged=yes')
    expect(admin.browser.sees('Flag lifted. The owner has been notified.')).toBe(true)
    expect((await flagOf('user', influencer.id)).state).toBe('lifted')
  })
})

describe('a suspension', () => {
  it('begins on the page that the row links to, with its form open', async () => {
    const { id } = await makePerson(app, 'influencer')
    const { browser } = world.admin
    await browser.get('/admin/users')
    expect(browser.page.html).toContain(`/admin/users/${id}?ask=suspension`)
    await browser.get(`/admin/users/${id}?ask=suspension`)
    expect(browser.page.html).toMatch(/<details x-ref="details" open/)
  })

  it('ends in the row, once, and not if it has changed', async () => {
    const { id } = await makePerson(app, 'influencer', { status: 'suspended' })
    const path = `/admin/users/${id}/suspension/removal?status=suspended`
    expect((await inPlace(path, { version: '7' })).html).toContain('has changed since you opened the page')
    const both = await Promise.all([1, 2].map(() => inPlace(path, { version: '1' })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { rows } = await app.db.execute(`select status from users where id = ${id}`)
    expect(rows[0]?.status).toBe('active')
    expect((await inPlace(path, { version: '2' })).html).toContain('is not suspended any more')
  })
})
