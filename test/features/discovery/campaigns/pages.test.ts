import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../../support/app.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { countRoundTrips, withoutMail } from '../../../support/round-trips.ts'
import type { Visitor } from '../../../support/visitor.ts'

let app: App
let sponsor: Person
let influencer: Person
let admin: Person
let boots: number

beforeAll(async () => {
  app = await startApp(withoutMail)
  sponsor = await makePerson(app, 'sponsor', { display_name: 'Northway' })
  influencer = await makePerson(app, 'influencer')
  admin = await makePerson(app, 'admin')
  boots = await makeCampaign(app, sponsor)
  await makeCampaign(app, sponsor, { name: 'Winter Tent', budget: 250_000, endsInDays: 3 })
  for (let n = 0; n < 25; n++) await makeCampaign(app, sponsor, { name: `Canteen ${n}` })
})
afterAll(() => app.close())

function titles({ page }: Visitor): string[] {
  return [...page.document.querySelectorAll('tbody th a')].map((link) => link.textContent ?? '')
}

function chips({ page }: Visitor): string[] {
  return [...page.document.querySelectorAll('a.chip-remove')].map(
    (chip) => chip.textContent?.split('×')[0] ?? '',
  )
}

describe('visitors, influencers and admins find campaigns', () => {
  it('by keyword, with the key facts, and open one', async () => {
    for (const browser of [app.visitor(), influencer.browser, admin.browser]) {
      await browser.get('/campaigns')
      await browser.submit('Search', { query: 'trail boo' })
      expect(browser.page.url).toMatch(/^\/campaigns\?query=trail\+boo/)
      expect(browser.page.text).toMatch(
        /1 campaign, best match first.*Autumn Trail Boots.*Northway · Outdoors · Hiking.*1 reel.*Instagram.*\$10,000.*Ends in 30 days/,
      )
      expect(titles(browser)).toEqual(['Autumn Trail Boots'])
      await browser.click('Autumn Trail Boots')
      expect(browser.page.url).toBe(`/campaigns/${boots}`)
    }
  })

  it('in the chosen order, page by page', async () => {
    const visitor = app.visitor()
    await visitor.get('/campaigns?sort=ending')
    expect(titles(visitor)[0]).toBe('Winter Tent')
    const found = titles(visitor)
    while (visitor.sees('More')) {
      const next = visitor.page.document.querySelector('a[rel=next]')?.getAttribute('href')
      if (!next) break
      await visitor.get(next)
      found.push(...titles(visitor))
    }
    expect(found).toHaveLength(27)
    expect(new Set(found).size).toBe(27)
    expect(visitor.sees('Back to the first page')).toBe(true)
    await visitor.get('/campaigns?sort=budget&budget_to=9,000')
    expect(titles(visitor)).toEqual(['Winter Tent'])
  })

  it('and remove each filter by its chip', async () => {
    const visitor = app.visitor()
    await visitor.get('/campaigns?query=tent&niche=hiking&budget_from=100&until=2026-12-24&sort=budget')
    expect(chips(visitor)).toEqual([
      '“tent”',
      'Outdoors',
      'Hiking',
      'budget of at least $100',
      'starts by Dec 24, 2026',
    ])
    await visitor.click('budget of at least $100')
    expect(visitor.page.url).toBe(
      '/campaigns?query=tent&category=outdoors&niche=hiking&until=2026-12-24&sort=budget',
    )
    await visitor.click('Clear all')
    expect(visitor.page.url).toBe('/campaigns')
  })

  it('and see which filter to remove when nothing is found', async () => {
    const visitor = app.visitor()
    await visitor.get('/campaigns?query=boots&budget_to=5')
    expect(visitor.sees('No campaigns match all filters')).toBe(true)
    expect(visitor.sees('Remove “budget up to $5” to see 1 result.')).toBe(true)
    await visitor.click('Remove “budget up to $5”')
    expect(titles(visitor)).toEqual(['Autumn Trail Boots'])
    await visitor.get('/campaigns?query=boots&budget_to=5&platform=x')
    expect(visitor.sees('Try removing more than one filter.')).toBe(true)
    await visitor.get('/campaigns?query=!!!')
    expect(visitor.sees('Remove “!!!” to see more than 20 results.')).toBe(true)
  })

  it('and see what is wrong with a field while the other filters apply', async () => {
    const visitor = app.visitor()
    const { document, status } = await visitor.get('/campaigns?query=tent&budget_from=lots&until=2026-13-01')
    expect(status).toBe(200)
    expect(titles(visitor)).toEqual(['Winter Tent'])
    expect(visitor.sees('These filters were ignored:')).toBe(true)
    expect(document.querySelector('#field-budget_from-error')?.textContent).toBe(
      'Enter an amount like 1250.00',
    )
    expect(document.querySelector('#field-budget_from')?.getAttribute('value')).toBe('lots')
    expect(document.querySelector('#field-until-error')).not.toBeNull()
    expect(document.querySelector('details.filters-more')?.hasAttribute('open')).toBe(true)
  })

  it('with htmx, as a fragment at the same URL', async () => {
    const response = await app
      .visitor()
      .send('/campaigns?query=tent', { headers: { 'HX-Request-Type': 'partial' } })
    const html = await response.text()
    expect(response.headers.get('Vary')).toContain('HX-Request-Type')
    expect(html).toMatch(/^<title>Campaigns · Parley<\/title><section id="campaigns"/)
    expect(html).toContain('Winter Tent')
  })

  it('with one canonical URL, and filtered lists hidden from search engines', async () => {
    const visitor = app.visitor()
    const all = await visitor.get('/campaigns')
    expect(all.document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'http://parley.test/campaigns',
    )
    const filtered = await visitor.get('/campaigns?query=tent')
    expect(filtered.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
  })
})

describe('a sponsor', () => {
  it('searches their own campaigns at the same URL, also within a status', async () => {
    await makeCampaign(app, sponsor, { name: 'Tent of old', state: 'completed' })
    await makeCampaign(app, await makePerson(app, 'sponsor'), { name: 'Tent of another' })
    const { browser } = sponsor
    await browser.get('/campaigns')
    await browser.submit('Search', { query: 'tent' })
    expect(browser.page.text).toMatch(/All2Active1Completed1/)
    expect(chips(browser)).toEqual(['“tent”'])
    await browser.click('Completed')
    expect(browser.page.url).toBe('/campaigns?query=tent&state=completed')
    expect(browser.sees('Tent of old') && !browser.sees('Winter Tent')).toBe(true)

    await browser.submit('Search', { query: 'canteen' })
    expect(browser.page.url).toBe('/campaigns?query=canteen&category=&visibility=&state=completed')
    expect(browser.sees('No completed campaigns match “canteen”')).toBe(true)
    await browser.click('Show all campaigns')
    expect(browser.page.url).toBe('/campaigns')
  })

  it('never sees the public catalog', async () => {
    await sponsor.browser.get('/campaigns?category=outdoors&sort=budget&after=0_5')
    expect(sponsor.browser.sees('New campaign')).toBe(true)
    expect(sponsor.browser.sees('Tent of another')).toBe(false)
  })
})

it('a search costs one round trip; the unfiltered first page costs signed-in people another', async () => {
  const cost = async (who: Visitor, path: string) => (await countRoundTrips(app, who, path)).roundTrips
  for (const path of ['/campaigns?query=tent&category=outdoors', '/campaigns?query=boots&from=2026-12-01']) {
    for (const who of [app.visitor(), influencer.browser, admin.browser])
      expect(await cost(who, path), path).toBe(1)
    expect(await cost(sponsor.browser, path), `${path}, their own list`).toBe(2)
  }
  expect(await cost(app.visitor(), '/campaigns')).toBe(1)
  for (const { browser } of [influencer, admin, sponsor]) expect(await cost(browser, '/campaigns')).toBe(2)
})
