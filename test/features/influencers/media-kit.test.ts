import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { collaborate } from '../../support/collaborations.ts'
import { headOf, leftOut } from '../../support/head.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { countRoundTrips } from '../../support/round-trips.ts'

let app: App
let mara: Person
let sponsor: Person

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

beforeEach(async () => {
  mara = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
  sponsor = await makePerson(app, 'sponsor', { display_name: 'Northway Outdoor' })
})

async function set(columns: string, ...args: (string | number | null)[]): Promise<void> {
  await app.db.execute({
    sql: `update influencers set ${columns} where user_id = ?`,
    args: [...args, mara.id],
  })
}

async function seenByVisitor() {
  const visitor = app.visitor()
  await visitor.get(`/influencers/${mara.id}`)
  return visitor
}

test('the page has metadata for search engines and link previews', async () => {
  await set('bio = ?', 'Trails "and" <b>tents</b>.\n\nAll year.')
  await app.db.execute({
    sql: `insert into channels (influencer_id, platform, handle, url, followers, average_views, average_likes,
      average_comments, posts_last_30_days, metrics_date)
      values (?, 'instagram', '@mara', 'https://example.com/mara', 100000, 30000, 4000, 100, 6, '2026-01-02')`,
    args: [mara.id],
  })
  const { page } = await seenByVisitor()
  const address = `http://parley.test/influencers/${mara.id}`
  const description =
    'Mara Lindqvist, Outdoors · Hiking, Sweden. Reach 75,000, engagement 4.1%. Trails "and" <b>tents</b>. All year.'
  expect(headOf(page)).toEqual({
    robots: null,
    description,
    canonical: address,
    type: 'profile',
    title: 'Mara Lindqvist',
    shared: description,
    url: address,
    image: null,
    card: 'summary',
  })
  expect(page.html).not.toContain('<b>tents')
})

test('the description is cut at a word, and never inside an emoji', async () => {
  await set('bio = ?', 'Walks far. '.repeat(100))
  const { description } = headOf((await seenByVisitor()).page)
  expect(description).toMatch(/ (Walks|far\.)…$/)
  expect(description?.length).toBeLessThanOrEqual(201)

  await set('bio = ?', '🥾'.repeat(400))
  expect(headOf((await seenByVisitor()).page).description).toMatch(/^Mara Lindqvist, .*Sweden\.…$/u)
})

test('the link to share works without JavaScript', async () => {
  const { page } = await seenByVisitor()
  const link = page.document.querySelector('a.address')
  expect(link?.getAttribute('href')).toBe(`http://parley.test/influencers/${mara.id}`)
  expect(link?.textContent).toBe(link?.getAttribute('href'))
})

test('a rating is shown in words with its count', async () => {
  expect((await seenByVisitor()).sees('No ratings yet')).toBe(true)
  await set('rating = 4.75, rating_count = 21')
  expect((await seenByVisitor()).page.text).toContain('4.8 of 5 from 21 ratings')
  await set('rating = 4, rating_count = 1')
  expect((await seenByVisitor()).page.text).toContain('4.0 of 5 from 1 rating')
})

test('past work lists completed work for public campaigns, newest first', async () => {
  expect((await seenByVisitor()).sees('No past work yet')).toBe(true)

  const make = async (name: string, values = {}, state = 'completed', agreedAt = Date.UTC(2026, 2, 5)) =>
    collaborate(app, sponsor, mara, await makeCampaign(app, sponsor, { name, ...values }), {
      state,
      agreedAt,
    })
  await make('Spring Shells', { state: 'completed' })
  await make('Winter Boots', {}, 'completed', Date.UTC(2026, 5, 30))
  await make('A private campaign', { visibility: 'private' })
  for (const state of ['awaiting_funding', 'in_progress', 'cancelled', 'disputed', 'lapsed'])
    await make(`Is ${state}`, {}, state)
  await make('A flagged campaign')
  await app.db.execute("update campaigns set flagged_at = 1 where name = 'A flagged campaign'")

  const { page } = await seenByVisitor()
  const rows = [...page.document.querySelectorAll('table tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  )
  expect(rows).toEqual([
    ['Winter Boots', 'Northway Outdoor', 'Outdoors', 'Jun 2026'],
    ['Spring Shells', 'Northway Outdoor', 'Outdoors', 'Mar 2026'],
  ])
  expect(page.html).not.toMatch(/A private campaign|A flagged campaign|Is (awaiting|in_|cancel|disput|laps)/)
  expect(page.html).not.toMatch(/1,234\.56|123456|Say nothing of the price/)

  await app.db.execute({ sql: "update users set status = 'suspended' where id = ?", args: [sponsor.id] })
  expect((await seenByVisitor()).sees('No past work yet')).toBe(true)
})

test('past work shows the last twelve', async () => {
  for (let index = 1; index <= 14; index++)
    await collaborate(app, sponsor, mara, await makeCampaign(app, sponsor, { name: `Campaign ${index}.` }))
  const { page } = await seenByVisitor()
  expect(page.document.querySelectorAll('table tbody tr')).toHaveLength(12)
  expect([page.text.includes('Campaign 14.'), page.text.includes('Campaign 2.')]).toEqual([true, false])
})

test('visitors see only the profile, and no private data', async () => {
  const secrets = {
    email: 'mara.private@mailbox.example',
    time_zone: 'Pacific/Chatham',
    status_reason: 'Words of an admin',
    password_hash: 'scrypt$secret',
    last_seen_at: 1_771_234_567_891,
    created_at: 1_761_234_567_892,
  }
  await app.db.execute({
    sql: `update users set ${Object.keys(secrets)
      .map((name) => `${name} = ?`)
      .join(', ')} where id = ?`,
    args: [...Object.values(secrets), mara.id],
  })
  const { html } = (await seenByVisitor()).page
  expect(html).toContain('Mara Lindqvist')
  for (const secret of Object.values(secrets)) expect(html).not.toContain(String(secret))
  // The days of their last visit and their sign-up, in every format that pages use.
  expect(html).not.toMatch(/2026-02-16|2025-10-23|Feb 16|Oct 23/)
  expect(html).not.toMatch(/last seen|e-mail/i)
})

test('a flagged or suspended profile is hidden, and has no metadata for those who still see it', async () => {
  await set("flagged_at = 1, flag_reason = 'Bought followers'")
  expect((await seenByVisitor()).page.status).toBe(404)
  expect(headOf((await seenByVisitor()).page)).toEqual(leftOut)
  await mara.browser.get(`/influencers/${mara.id}`)
  expect(headOf(mara.browser.page)).toEqual(leftOut)

  await set('flagged_at = null')
  await app.db.execute({ sql: "update users set status = 'suspended' where id = ?", args: [mara.id] })
  expect((await seenByVisitor()).page.status).toBe(404)
  const admin = await makePerson(app, 'admin')
  await admin.browser.get(`/influencers/${mara.id}`)
  expect([admin.browser.page.status, headOf(admin.browser.page)]).toEqual([200, leftOut])
})

test('the whole page takes one round trip', async () => {
  const path = `/influencers/${mara.id}`
  expect(await countRoundTrips(app, app.visitor(), path)).toEqual({ status: 200, roundTrips: 1 })
})
