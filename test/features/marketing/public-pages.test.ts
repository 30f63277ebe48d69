import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { collaborate } from '../../support/collaborations.ts'
import { headOf, leftOut } from '../../support/head.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { countRoundTrips } from '../../support/round-trips.ts'
import type { Visitor } from '../../support/visitor.ts'

let app: App
let sponsor: Person
let influencer: Person

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

async function seen(path: string, browser: Visitor = app.visitor()) {
  return browser.get(path)
}

/** The figures on the landing page, by label. */
async function figures(): Promise<Record<string, string>> {
  const { document } = await seen('/')
  const cards = [...document.querySelectorAll('.figure')]
  return Object.fromEntries(
    cards.map((figure) => [
      figure.querySelector('.eyebrow')?.textContent ?? '',
      figure.querySelector('.figure-number')?.textContent ?? '',
    ]),
  )
}

test('the landing page counts only what is public', async () => {
  expect(await figures()).toEqual({})

  sponsor = await makePerson(app, 'sponsor', { display_name: 'Northway Outdoor' })
  influencer = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
  const flagged = await makePerson(app, 'influencer', { display_name: 'Flo Flagged' })
  const suspended = await makePerson(app, 'influencer', { display_name: 'Sam Suspended' })
  const gone = await makePerson(app, 'sponsor')
  await app.db.batch(
    [
      'update influencers set reach = 75000',
      `update influencers set flagged_at = 1 where user_id = ${flagged.id}`,
      `update users set status = 'suspended' where id in (${suspended.id}, ${gone.id})`,
    ],
    'write',
  )
  const open = await makeCampaign(app, sponsor, { name: 'Open to all' })
  await makeCampaign(app, sponsor, { name: 'A private one', visibility: 'private' })
  await makeCampaign(app, sponsor, { name: 'A draft', state: 'draft' })
  await makeCampaign(app, sponsor, { name: 'Already over', endsInDays: -3 })
  await makeCampaign(app, gone, { name: 'From a suspended sponsor' })
  await collaborate(app, sponsor, influencer, open)

  expect(await figures()).toEqual({
    'Open campaigns': '1',
    Influencers: '1',
    'Combined reach': '75K',
    'Agreements made': '1',
  })
  const { html } = await seen('/')
  expect(html).toContain('Open to all')
  expect(html).toContain('Mara Lindqvist')
  expect(html).not.toMatch(/A private one|A draft|Already over|From a suspended|Flo Flagged|Sam Suspended/)
})

test('the landing page takes one round trip, and its links work', async () => {
  expect(await countRoundTrips(app, app.visitor(), '/')).toEqual({ status: 200, roundTrips: 1 })
  const visitor = app.visitor()
  await visitor.get('/')
  await visitor.click('Open to all')
  expect(visitor.sees('At a glance')).toBe(true)
  await visitor.get('/')
  await visitor.click('Mara Lindqvist')
  expect(visitor.sees('Rate card')).toBe(true)
})

test('only a visitor is asked to create an account', async () => {
  const buttons = async (browser: Visitor) =>
    [...(await seen('/about', browser)).document.querySelectorAll('main .btn')].map((one) => one.textContent)
  expect(await buttons(app.visitor())).toEqual(['Create an account', 'Browse campaigns'])
  expect(await buttons(influencer.browser)).toEqual(['Browse campaigns'])
})

test('public pages have meta tags', async () => {
  for (const path of ['/', '/about']) {
    const head = headOf(await seen(path))
    expect(head).toMatchObject({ robots: null, type: 'website', canonical: `http://parley.test${path}` })
    expect(head.description?.length).toBeGreaterThan(80)
  }
})

test('search engines see each list as one page, regardless of filters and cursor', async () => {
  for (const path of ['/influencers', '/campaigns']) {
    expect(headOf(await seen(path))).toMatchObject({ robots: null, canonical: `http://parley.test${path}` })
    for (const query of ['category=outdoors', 'query=boots', 'after=0_1000'])
      expect([query, headOf(await seen(`${path}?${query}`))]).toEqual([query, leftOut])
  }
})

test('a public campaign says who is looking for what, on its page and in its meta tags', async () => {
  const campaignId = await makeCampaign(app, sponsor, { name: 'Autumn "Trail" Boots' })
  const path = `/campaigns/${campaignId}`
  const page = await seen(`${path}?utm_source=elsewhere`)
  expect(headOf(page)).toMatchObject({
    robots: null,
    title: 'Autumn "Trail" Boots',
    description: 'Northway Outdoor is looking for 1 reel (Instagram). Walk in them and tell us.',
    canonical: `http://parley.test${path}`,
    url: `http://parley.test${path}`,
  })
  expect(page.text).toContain('Northway Outdoor')
  expect(await countRoundTrips(app, app.visitor(), path)).toEqual({ status: 200, roundTrips: 1 })
  const more = [...page.document.querySelectorAll('a')].find(
    (link) => link.textContent === 'More in Outdoors',
  )
  expect(more?.getAttribute('href')).toBe('/campaigns?category=outdoors')
})

test('a campaign that is not public has no meta tags', async () => {
  const hidden = [
    { visibility: 'private', state: 'active' },
    { visibility: 'public', state: 'paused' },
  ]
  for (const values of hidden) {
    const campaignId = await makeCampaign(app, sponsor, { name: 'Only for you', ...values })
    await collaborate(app, sponsor, influencer, campaignId, { state: 'in_progress' })
    const page = await seen(`/campaigns/${campaignId}`, influencer.browser)
    expect([page.status, headOf(page)]).toEqual([200, leftOut])
    expect(headOf(await seen(`/campaigns/${campaignId}`))).toEqual(leftOut)
  }
})

test('sign-in pages, private pages and missing pages are hidden from search engines', async () => {
  for (const path of ['/sign-in', '/sign-up', '/sign-up/sponsor', '/nowhere', '/home'])
    expect([path, headOf(await seen(path))]).toEqual([path, leftOut])
  for (const path of ['/home', '/notifications', '/settings/profile', '/ad-requests', '/settings/channels'])
    expect([path, headOf(await seen(path, influencer.browser))]).toEqual([path, leftOut])
})

test('every page has footer links, also for sponsors waiting for approval', async () => {
  const footerLinks = async (browser: Visitor, path: string) =>
    [...(await seen(path, browser)).document.querySelectorAll('footer a')].map((link) => link.textContent)
  const links = ['About', 'Help', 'Campaigns', 'Influencers']
  expect(await footerLinks(app.visitor(), '/about')).toEqual(links)
  expect(await footerLinks(influencer.browser, '/home')).toEqual(links)
  const waiting = await makePerson(app, 'sponsor', { status: 'pending' })
  expect(await footerLinks(waiting.browser, '/waiting')).toEqual(links)
})
