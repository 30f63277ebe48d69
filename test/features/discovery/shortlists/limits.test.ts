import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, type Person, signedIn } from '../../../support/people.ts'
import { countRoundTrips, withoutMail } from '../../../support/round-trips.ts'
import { makeInfluencer, makeShortlist, membersOf } from './fixtures.ts'

let app: App
let sponsor: Person
let other: Person
let mara: Person

beforeAll(async () => {
  app = await startApp(withoutMail)
  sponsor = await makePerson(app, 'sponsor')
  other = await makePerson(app, 'sponsor')
  mara = await makeInfluencer(app, 'Mara')
})
afterAll(() => app.close())

/** Adds so many new influencers to an empty list. */
async function fill(list: number, members: number): Promise<void> {
  await app.db.batch(
    [
      {
        sql: `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
          insert into users (username, email, display_name, password_hash, role, status, time_zone, created_at, last_seen_at)
          select 'filler' || ? || '-' || i, 'filler' || ? || '-' || i || '@example.com', 'Filler', 'x', 'influencer', 'active', 'UTC', 1, 1 from n`,
        args: [members, list, list],
      },
      `insert into influencers (user_id, category, niche, country, languages)
        select id, 'outdoors', 'hiking', 'SE', '["en"]' from users where username like 'filler%'
        and id not in (select user_id from influencers)`,
      {
        sql: `insert into shortlist_members (shortlist_id, influencer_id, added_at)
          select ?, id, 1 from users where username like 'filler' || ? || '-%'`,
        args: [list, list],
      },
    ],
    'write',
  )
}

test('if not all influencers fit, none is added, and the message says how many fit', async () => {
  const { browser } = sponsor
  const jide = await makeInfluencer(app, 'Jide')
  const list = await makeShortlist(app, sponsor, 'Nearly full')
  await fill(list, 199)

  await browser.post(`/shortlists/${list}/members`, { influencer_id: [String(mara.id), String(jide.id)] })
  expect(browser.page.status).toBe(422)
  expect(browser.sees('“Nearly full” only has room for 1 more. A shortlist can hold 200 influencers.')).toBe(
    true,
  )
  expect(browser.page.text).toContain('Mara, Jide')
  expect(await membersOf(app, list)).toHaveLength(199)

  await browser.post(`/shortlists/${list}/members`, { influencer_id: String(mara.id) })
  expect(browser.page.status).toBe(200)
  await browser.post(`/shortlists/${list}/members`, { influencer_id: String(jide.id) })
  expect(browser.sees('“Nearly full” is full')).toBe(true)
  // A member that is already on it always fits.
  await browser.post(`/shortlists/${list}/members`, { influencer_id: String(mara.id) })
  expect(browser.sees('Already on this shortlist.')).toBe(true)
})

test('two adds at once never exceed the limit', async () => {
  const list = await makeShortlist(app, sponsor, 'Race')
  await fill(list, 198)
  const late = await Promise.all(['Ada', 'Bo', 'Cy', 'Di'].map((name) => makeInfluencer(app, name)))
  const browsers = await Promise.all(late.map(() => signedIn(app, sponsor.id)))
  const pages = await Promise.all(
    browsers.map((browser, index) =>
      browser.post(`/shortlists/${list}/members`, { influencer_id: String(late[index]?.id) }),
    ),
  )
  expect(pages.map(({ status }) => status).toSorted()).toEqual([200, 200, 422, 422])
  expect(await membersOf(app, list)).toHaveLength(200)
})

test('creating the same name twice at once makes one shortlist', async () => {
  const browsers = await Promise.all([1, 2, 3].map(() => signedIn(app, sponsor.id)))
  const pages = await Promise.all(browsers.map((browser) => browser.post('/shortlists', { name: 'At once' })))
  expect(pages.map(({ status }) => status).toSorted()).toEqual([200, 422, 422])
})

test('adding to a shortlist while it is deleted either works or is a 404', async () => {
  for (let round = 0; round < 5; round++) {
    const list = await makeShortlist(app, sponsor, `Doomed ${round}`)
    const [one, two] = [await signedIn(app, sponsor.id), await signedIn(app, sponsor.id)]
    const [added, deleted] = await Promise.all([
      one.send(`/shortlists/${list}/members`, {
        method: 'POST',
        body: new URLSearchParams({ influencer_id: String(mara.id) }),
      }),
      two.send(`/shortlists/${list}/deletion`, { method: 'POST' }),
    ])
    expect(deleted.status).toBe(303)
    expect([303, 404]).toContain(added.status)
    expect(await membersOf(app, list)).toEqual([])
  }
})

test('a sponsor can have fifty shortlists', async () => {
  const keen = await makePerson(app, 'sponsor')
  for (let index = 0; index < 49; index++) await makeShortlist(app, keen, `List ${index}`)
  await keen.browser.post('/shortlists', { name: 'The last' })
  expect(keen.browser.page.status).toBe(200)
  await keen.browser.post('/shortlists', { name: 'One too many' })
  expect(keen.browser.page.status).toBe(422)
  expect(keen.browser.sees('Delete one first')).toBe(true)
  await keen.browser.get('/shortlists')
  expect(keen.browser.sees('You have 50 shortlists, which is the maximum')).toBe(true)
  expect(keen.browser.page.document.querySelectorAll('.rows-plain li')).toHaveLength(50)
})

test('no more than fifty influencers can be added at a time, and no fewer than one', async () => {
  const list = await makeShortlist(app, sponsor, 'Bulk')
  const { browser } = sponsor
  const ids = Array.from({ length: 51 }, (_, index) => String(index + 1))
  await browser.post(`/shortlists/${list}/members`, { influencer_id: ids })
  expect(browser.page.status).toBe(422)
  expect(browser.sees('Select at most 50 at a time.')).toBe(true)
  await browser.post(`/shortlists/${list}/members`, { influencer_id: ['x', '-1', '1e3', ''] })
  expect(browser.page.status).toBe(422)
  await browser.post(`/shortlists/${list}/members/removal`, {})
  expect(browser.sees('Select at least one influencer.')).toBe(true)
  expect(await membersOf(app, list)).toEqual([])
})

test("another sponsor's shortlist is a 404 for every action", async () => {
  const list = await makeShortlist(app, sponsor, 'Mine', [mara])
  const member = String(mara.id)
  expect((await other.browser.get(`/shortlists/${list}`)).status).toBe(404)
  for (const [path, fields] of [
    ['name', { name: 'Theirs', version: '1' }],
    ['deletion', {}],
    ['members', { influencer_id: member }],
    ['members/removal', { influencer_id: member }],
    ['members/removal', {}],
    [`members/${member}/removal`, {}],
    [`members/${member}/note`, { note: 'Hello' }],
    [`members/${member}/note`, { note: 'x'.repeat(201) }],
  ] as const) {
    await other.browser.post(`/shortlists/${list}/${path}`, fields)
    expect([path, other.browser.page.status]).toEqual([path, 404])
  }
  await other.browser.get(`/shortlists/choice?influencer_id=${member}`)
  expect(other.browser.sees('Mine')).toBe(false)
  expect(await membersOf(app, list)).toEqual([mara.id])
  await sponsor.browser.get(`/shortlists/${list}`)
  expect(sponsor.browser.sees('Mine')).toBe(true)
  expect(sponsor.browser.sees('Hello')).toBe(false)
})

test('a note that is too long is shown again as typed', async () => {
  const list = await makeShortlist(app, sponsor, 'Notes', [mara])
  await sponsor.browser.post(`/shortlists/${list}/members/${mara.id}/note`, { note: 'y'.repeat(201) })
  expect(sponsor.browser.page.status).toBe(422)
  expect(sponsor.browser.sees('Use at most 200 characters')).toBe(true)
  const input = sponsor.browser.page.document.querySelector(`#note-${mara.id}`)
  expect(input?.getAttribute('value')).toBe('y'.repeat(201))
  expect((await sponsor.browser.post(`/shortlists/${list}/members/999999/note`, { note: 'x' })).status).toBe(
    404,
  )
})

test('each page costs two round trips at most, and each change three', async () => {
  const list = await makeShortlist(app, sponsor, 'Counted', [mara])
  const cost = (path: string, fields?: Record<string, string>) =>
    countRoundTrips(app, sponsor.browser, path, fields)
  const one = { influencer_id: String(mara.id) }
  for (const path of ['/shortlists', `/shortlists/choice?influencer_id=${mara.id}`, `/shortlists/${list}`]) {
    expect(await cost(path)).toEqual({ status: 200, roundTrips: 2 })
  }
  expect(await cost(`/shortlists/${list}/members`, one)).toEqual({ status: 303, roundTrips: 2 })
  expect(await cost('/shortlists', { name: 'New', ...one })).toEqual({ status: 303, roundTrips: 3 })
  expect(await cost('/shortlists', { name: 'New', ...one })).toEqual({ status: 422, roundTrips: 2 })
  expect(await cost(`/shortlists/${list}/name`, { name: 'Other', version: '1' })).toEqual({
    status: 303,
    roundTrips: 3,
  })
  expect(await cost(`/shortlists/${list}/name`, { name: 'New', version: '2' })).toEqual({
    status: 422,
    roundTrips: 2,
  })
  expect(await cost(`/shortlists/${list}/members/${mara.id}/note`, { note: 'x' })).toEqual({
    status: 303,
    roundTrips: 2,
  })
  expect(await cost(`/shortlists/${list}/members/removal`, one)).toEqual({ status: 303, roundTrips: 2 })
  expect(await cost(`/shortlists/${list}/deletion`, {})).toEqual({ status: 303, roundTrips: 2 })
})
