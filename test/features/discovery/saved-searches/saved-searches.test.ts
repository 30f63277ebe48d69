import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newMatchesLabel, suggestedName } from '../../../../src/features/discovery/saved-search.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson, type Person, signedIn } from '../../../support/people.ts'
import { countRoundTrips, withoutMail } from '../../../support/round-trips.ts'
import { makeInfluencer, suspend } from '../shortlists/fixtures.ts'

test('the default name lists as many filters as fit', () => {
  expect(suggestedName([])).toBe('Everything')
  expect(suggestedName(['“boots”', 'Outdoors'])).toBe('“boots” · Outdoors')
  expect(suggestedName(['x'.repeat(50), 'y'.repeat(20), 'z'])).toBe(`${'x'.repeat(50)} · z`)
  expect(suggestedName(['x'.repeat(101)])).toHaveLength(60)
})

test('the number of new matches', () => {
  expect([0, 1, 20, 21].map(newMatchesLabel)).toEqual([
    'No new matches',
    '1 new match',
    '20 new matches',
    '20+ new matches',
  ])
})

let app: App
let sponsor: Person

beforeAll(async () => {
  app = await startApp(withoutMail)
})
beforeEach(async () => {
  sponsor = await makePerson(app, 'sponsor')
})
afterAll(() => app.close())

const savedOf = async ({ id }: Person) =>
  (await app.db.execute({ sql: 'select * from saved_searches where user_id = ? order by id', args: [id] }))
    .rows

/** Moves the last visit back by so many milliseconds. */
async function setLastVisit(person: Person, ago: number): Promise<void> {
  await app.db.execute({
    sql: 'update saved_searches set seen_at = ? where user_id = ?',
    args: [Date.now() - ago, person.id],
  })
}

test('a sponsor saves a search and sees new matches until they visit it', async () => {
  const { browser } = sponsor
  const before = await makeInfluencer(app, 'Here Before', { reach: 50_000 })
  await app.db.execute(`update users set created_at = created_at - 3600000 where id = ${before.id}`)
  await browser.get('/influencers?category=outdoors&reach_from=20000')
  await browser.submit('Save search')
  expect(browser.page.url).toBe('/influencers?category=outdoors&reach_from=20000')
  expect(browser.sees('Your saved searches show new matches')).toBe(true)

  await makeInfluencer(app, 'Joined Since', { reach: 60_000 })
  await makeInfluencer(app, 'Too Small', { reach: 10_000 })
  await browser.get('/searches')
  expect(browser.page.text).toMatch(
    /Outdoors · reach of at least 20,000.*Filters: Outdoors ?reach of at least 20,000 ?1 new match since/,
  )

  await browser.submit('Show')
  expect(browser.page.url).toBe('/influencers?category=outdoors&reach_from=20000&sort=newest')
  const names = [...browser.page.document.querySelectorAll('tbody .person-name')].map(
    (one) => one.textContent,
  )
  expect(names.slice(0, 2)).toEqual(['Joined Since', 'Here Before'])
  await browser.get('/searches')
  expect(browser.sees('No new matches since')).toBe(true)
})

test('an influencer saves a campaign search and sees new matches', async () => {
  const { browser } = await makePerson(app, 'influencer')
  await makeCampaign(app, sponsor, { name: 'Old boots', budget: 900_000 })
  await browser.get('/campaigns?query=boots&budget_from=5000')
  await browser.submit('Save search')
  expect(browser.page.url).toBe('/campaigns?query=boots&budget_from=5000')

  await makeCampaign(app, sponsor, { name: 'New boots', budget: 600_000 })
  await makeCampaign(app, sponsor, { name: 'Cheap boots', budget: 400_000 })
  await makeCampaign(app, sponsor, { name: 'Private boots', budget: 700_000, visibility: 'private' })
  await makeCampaign(app, sponsor, { name: 'Draft boots', budget: 700_000, state: 'draft' })
  await makeCampaign(app, sponsor, { name: 'Ended boots', budget: 700_000, endsInDays: -3 })
  await browser.click('Saved searches')
  expect(browser.page.text).toMatch(/Filters: “boots” ?budget of at least \$5,000 ?1 new match since/)
  expect(browser.sees('Shortlists')).toBe(false)

  await browser.submit('Show')
  expect(browser.page.url).toBe('/campaigns?query=boots&budget_from=5000&sort=newest')
  await browser.get('/searches')
  expect(browser.sees('No new matches since')).toBe(true)
})

test('viewing the list, or opening a search by its URL, marks nothing as seen', async () => {
  const { browser } = sponsor
  await browser.post('/searches', { name: 'All', query: '' })
  await setLastVisit(sponsor, 3_600_000)
  const before = await savedOf(sponsor)
  await browser.get('/searches')
  await browser.get(`/searches/${before[0]?.id}`)
  expect(browser.page.url).toBe('/influencers')
  expect(await savedOf(sponsor)).toEqual(before)
})

test('new matches are counted up to twenty, with and without a keyword, leaving out suspended people', async () => {
  const { browser } = sponsor
  await browser.post('/searches', { name: 'Everybody', query: '' })
  await browser.post('/searches', { name: 'Quokkas', query: 'query=quokka' })
  for (let index = 0; index < 21; index++) await makeInfluencer(app, `Crowd ${index}`)
  await makeInfluencer(app, 'Quokka One')
  await suspend(app, await makeInfluencer(app, 'Quokka Two'))
  await browser.get('/searches')
  expect(browser.page.text).toMatch(/Quokkas.*1 new match since.*Everybody.*20\+ new matches since/)
})

test('each filter counts exactly what it finds', async () => {
  const { browser } = sponsor
  const matching: Record<string, string> = {
    query: 'query=zebr', // the last word is a prefix
    category: 'category=outdoors',
    niche: 'niche=hiking',
    country: 'country=SE',
    language: 'language=en',
    followers: 'followers_from=4000&followers_to=4000',
    reach: 'reach_from=2000',
    engagement: 'engagement_from=5',
    price: 'price_to=100',
  }
  const others: Record<string, string> = {
    query: 'query=zebra+crossing',
    category: 'category=food',
    platform: 'platform=blog',
    country: 'country=NO',
    language: 'language=sv',
    followers: 'followers_from=4001',
    fewer: 'followers_to=3999',
    reach: 'reach_from=2001',
    engagement: 'engagement_from=5.1',
    price: 'price_to=99.99',
    rating: 'rating_from=2',
  }
  for (const [name, query] of Object.entries(matching))
    await browser.post('/searches', { name: `matching ${name}`, query })
  for (const [name, query] of Object.entries(others))
    await browser.post('/searches', { name: `other ${name}`, query })
  await makeInfluencer(app, 'Zebra', { reach: 2_000, lowestPrice: 10_000 })
  await browser.get('/searches')
  const rows = [...browser.page.document.querySelectorAll('.saved-search')].map((row) => [
    row.querySelector('a')?.textContent?.split(' ')[0],
    row.querySelector('.person-note')?.textContent?.split(' since')[0],
  ])
  expect(rows).toHaveLength(20)
  for (const [name, newMatches] of rows)
    expect([name, newMatches]).toEqual([name, name === 'matching' ? '1 new match' : 'No new matches'])
})

test('identical searches are saved once, however their URL is written', async () => {
  const { browser } = sponsor
  await browser.post('/searches', { name: 'First', query: 'query=boots&category=outdoors' })
  for (const query of [
    'category=outdoors&query=boots',
    'query=+boots++&category=outdoors&after=0_12&page=2&utm=x',
  ]) {
    await browser.post('/searches', { name: 'Second', query })
    expect(browser.sees('You have already saved this search.')).toBe(true)
  }
  expect((await savedOf(sponsor)).map(({ name }) => name)).toEqual(['First'])
})

test('a person can save twenty searches, even when saving at once; an identical one does not count', async () => {
  for (let index = 0; index < 18; index++) {
    await sponsor.browser.post('/searches', { name: `S ${index}`, query: `reach_from=${index + 1}` })
  }
  const browsers = await Promise.all([1, 2, 3, 4].map(() => signedIn(app, sponsor.id)))
  const pages = await Promise.all(
    browsers.map((browser, index) =>
      browser.post('/searches', { name: 'At once', query: `reach_from=${1_000 + index}` }),
    ),
  )
  expect(pages.map(({ status }) => status).toSorted()).toEqual([200, 200, 422, 422])
  expect(await savedOf(sponsor)).toHaveLength(20)
  await sponsor.browser.post('/searches', { name: 'Again', query: 'reach_from=1' })
  expect(sponsor.browser.sees('You have already saved this search.')).toBe(true)
})

test('a search that cannot be saved says why and keeps what was typed', async () => {
  const { browser } = sponsor
  await browser.post('/searches', { name: '', query: 'query=boots' })
  expect(browser.page.status).toBe(422)
  expect(browser.sees('Enter a name for the search')).toBe(true)
  await browser.submit('Save search', { name: 'Boots' })
  expect(browser.page.url).toBe('/influencers?query=boots')

  await browser.post('/searches', { name: 'Signs', query: 'query=%21%21' })
  expect(browser.page.status).toBe(422)
  expect(browser.sees('This search can never match anything')).toBe(true)
  await browser.post('/searches', {
    name: '<script>alert(1)</script>',
    query: `query=${encodeURIComponent(`"*) OR '`)}x`,
  })
  expect(browser.page.status).toBe(200)
  expect((await browser.get('/searches')).status).toBe(200)
  expect(browser.page.html).not.toContain('<script>alert')
})

test("someone else's search is a 404; one's own can be removed", async () => {
  const other = await makePerson(app, 'sponsor')
  await sponsor.browser.post('/searches', { name: 'Mine', query: 'query=boots' })
  const id = (await savedOf(sponsor))[0]?.id
  expect((await other.browser.get(`/searches/${id}`)).status).toBe(404)
  expect((await other.browser.post(`/searches/${id}/visit`)).status).toBe(404)
  expect((await other.browser.post(`/searches/${id}/removal`)).status).toBe(404)
  await other.browser.get('/searches')
  expect(other.browser.sees('Mine')).toBe(false)

  await sponsor.browser.get('/searches')
  await sponsor.browser.submit('Remove search')
  expect(sponsor.browser.sees('Saved search removed.')).toBe(true)
  expect(await savedOf(sponsor)).toEqual([])
})

test('a search that was saved for an older index is not counted until the next visit', async () => {
  const { browser } = sponsor
  await browser.post('/searches', { name: 'Old', query: 'query=boots' })
  await app.db.execute({
    sql: 'update saved_searches set criteria = ? where user_id = ?',
    args: [JSON.stringify({ match: '"zzz"' }), sponsor.id],
  })
  await browser.get('/searches')
  expect(browser.page.text).not.toMatch(/new match(es)? since/)
  await browser.submit('Show')
  await browser.get('/searches')
  expect(browser.sees('No new matches since')).toBe(true)
})

test('round trips: two for the list, two or three for a change', async () => {
  for (const query of ['', 'query=boots', 'category=food']) {
    await sponsor.browser.post('/searches', { name: 'S', query })
  }
  const id = (await savedOf(sponsor))[0]?.id
  const cost = (path: string, fields?: Record<string, string>) =>
    countRoundTrips(app, sponsor.browser, path, fields)
  expect(await cost('/searches')).toEqual({ status: 200, roundTrips: 2 })
  expect(await cost(`/searches/${id}`)).toEqual({ status: 303, roundTrips: 2 })
  expect(await cost('/searches', { name: 'T', query: 'category=beauty' })).toEqual({
    status: 303,
    roundTrips: 2,
  })
  expect(await cost(`/searches/${id}/visit`, {})).toEqual({ status: 303, roundTrips: 3 })
  expect(await cost(`/searches/${id}/removal`, {})).toEqual({ status: 303, roundTrips: 2 })
})
