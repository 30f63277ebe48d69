import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const instagram = {
  platform: 'instagram',
  handle: '@mara.outside',
  url: 'https://example.com/mara',
  followers: '182,400',
  average_views: '90000',
  average_likes: '7000',
  average_comments: '478',
  posts_last_30_days: '6',
}

test('an influencer fills in their profile, and their public page shows it', async () => {
  const { browser, id } = await makePerson(app, 'influencer')
  await browser.get('/settings/profile')
  await browser.submit('Save', {
    category: 'travel',
    niche: 'slow_travel',
    bio: 'Trains <b>first</b>.\n\nمرحبا 🚆',
    country: 'jp',
    city: 'Kyoto',
    languages: ['ja', 'en'],
    availability: 'limited',
  })
  expect(browser.sees('Saved.')).toBe(true)
  expect(chosen(browser.page.document, 'country')).toBe('JP')

  await browser.get(`/influencers/${id}`)
  for (const text of ['Slow travel', 'Kyoto', 'Japan', 'Trains <b>first</b>.', 'مرحبا 🚆']) {
    expect(browser.sees(text), text).toBe(true)
  }
})

test('channels can be added, changed and removed, and the metrics follow', async () => {
  const { browser, id } = await makePerson(app, 'influencer')
  await browser.get('/settings/channels')
  expect(browser.sees('No channels yet')).toBe(true)
  await browser.submit('Add channel', instagram)
  expect(browser.sees('182,400 followers × 6 of 8 posts = 136,800')).toBe(true)
  expect(await metricsOf(id)).toMatchObject({
    followers: 182_400,
    reach: 136_800,
    engagement_rate: 7_478 / 182_400,
  })

  await browser.click('Edit')
  await browser.submit('Save', { posts_last_30_days: '8', followers: '100000' })
  expect(await metricsOf(id)).toMatchObject({ followers: 100_000, reach: 100_000 })

  await browser.click('Edit')
  await browser.submit('Remove channel')
  expect(browser.sees('No channels yet')).toBe(true)
  expect(await metricsOf(id)).toMatchObject({ followers: 0, reach: 0, engagement_rate: 0 })
})

test('a channel is listed once regardless of case, and 20 channels are the maximum', async () => {
  const { browser } = await makePerson(app, 'influencer')
  await addChannel(browser, instagram)
  await addChannel(browser, { ...instagram, handle: 'MARA.outside' })
  expect(browser.page.status).toBe(422)
  expect(browser.sees('You already have this channel in your list')).toBe(true)
  expect(browser.page.document.querySelector('#field-handle')?.getAttribute('value')).toBe('MARA.outside')

  for (let index = 1; index < 19; index++) await addChannel(browser, { ...instagram, handle: `mara${index}` })
  const last = await Promise.all(
    ['one', 'two', 'three'].map((handle) =>
      statusOf(browser.send('/settings/channels', post({ ...instagram, handle }))),
    ),
  )
  expect(last.sort()).toEqual([303, 422, 422])
})

test('prices can be added, changed and removed, and the lowest price follows', async () => {
  const { browser, id } = await makePerson(app, 'influencer')
  await browser.get('/settings/rates')
  await browser.submit('Add price', { kind: 'reel', price: '1,200.00', days: '5' })
  await browser.submit('Add price', { kind: 'story', price: '300', days: '2' })
  expect(await metricsOf(id)).toMatchObject({ lowest_price: 30_000 })
  await browser.submit('Add price', { kind: 'reel', price: '1', days: '1' })
  expect(browser.sees('Your rate card already has a price for this')).toBe(true)

  await browser.get('/settings/rates')
  await browser.click('Edit')
  await browser.submit('Save', { price: '2000' })
  expect(await metricsOf(id)).toMatchObject({ lowest_price: 120_000 })
  await browser.click('Edit')
  await browser.submit('Remove price')
  expect(await metricsOf(id)).toMatchObject({ lowest_price: 200_000 })
})

test("other people's channels and prices are not found", async () => {
  const mara = await makePerson(app, 'influencer')
  const jide = await makePerson(app, 'influencer')
  await addChannel(mara.browser, instagram)
  await mara.browser.post('/settings/rates', { kind: 'reel', price: '10', days: '1' })
  const { rows } = await app.db.execute({
    sql: 'select c.id as channel, r.id as rate from channels c, rates r where c.influencer_id = ? and r.influencer_id = ?',
    args: [mara.id, mara.id],
  })
  for (const path of [
    `/settings/channels/${rows[0]?.channel}`,
    `/settings/rates/${rows[0]?.rate}`,
    '/settings/channels/99999',
    '/settings/rates/nonsense',
  ]) {
    expect((await jide.browser.get(path)).status).toBe(404)
    expect((await jide.browser.post(path, instagram)).status).toBe(404)
    expect((await jide.browser.post(`${path}/removal`)).status).toBe(404)
  }
  expect(await metricsOf(mara.id)).toMatchObject({ followers: 182_400, lowest_price: 1_000 })
})

test('each role has its own settings', async () => {
  const sponsor = await makePerson(app, 'sponsor')
  const admin = await makePerson(app, 'admin')
  expect((await sponsor.browser.get('/settings/channels')).status).toBe(404)
  expect((await sponsor.browser.get('/settings/rates/1')).status).toBe(404)
  expect((await admin.browser.get('/settings/profile')).status).toBe(404)
  expect((await admin.browser.get('/settings/account')).status).toBe(200)
  expect((await app.visitor().get('/settings/profile')).url).toBe('/sign-in?next=%2Fsettings%2Fprofile')
})

function addChannel(browser: Person['browser'], channel: Record<string, string>) {
  return browser.post('/settings/channels', { metrics_date: today(), ...channel })
}

function post(channel: Record<string, string>): RequestInit {
  return { method: 'POST', body: new URLSearchParams({ metrics_date: today(), ...channel }) }
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function chosen(document: Document, name: string): string | null | undefined {
  return document.querySelector(`#field-${name} option[selected]`)?.getAttribute('value')
}

async function metricsOf(id: number) {
  const { rows } = await app.db.execute({
    sql: 'select followers, reach, engagement_rate, lowest_price from influencers where user_id = ?',
    args: [id],
  })
  return { ...rows[0] }
}

/** Reads the body to its end: an unread one would break the Worker's pipe. */
async function statusOf(answer: Promise<Response>): Promise<number> {
  const { status, body } = await answer
  await body?.pipeTo(new WritableStream())
  return status
}
