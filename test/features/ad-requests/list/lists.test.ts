import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../../support/ad-requests.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { DAY, HOUR } from '../fixtures.ts'

let app: App
let sponsor: Person
let campaignId: number
beforeAll(async () => {
  app = await startApp()
  sponsor = await makePerson(app, 'sponsor')
  campaignId = await makeCampaign(app, sponsor)
  await fill()
})
afterAll(() => app.close())

const COUNT = 47

/**
 * 47 influencers, each with a request in these listings: your move, agreed and closed. Groups of five close at the
 * same time, so that only the second part of the sort key separates them.
 */
async function fill(): Promise<void> {
  const many = `with recursive n(n) as (select 1 union all select n + 1 from n where n < ${COUNT})`
  await app.db.batch(
    [
      `${many} insert into users (username, email, display_name, password_hash, role, status, created_at)
        select 'many' || n, 'many' || n || '@example.com', 'Many ' || n, 'x', 'influencer', 'active', 0 from n`,
      `insert into influencers (user_id, category, niche, country, languages)
        select id, 'outdoors', 'hiking', 'SE', '[]' from users where username like 'many%'`,
    ],
    'write',
  )
  const rows = [
    ['pending', 'sponsor', Date.now() + DAY, 'n'],
    ['accepted', 'sponsor', Date.now() - DAY, 'n'],
    ['rejected', 'sponsor', Date.now() - DAY, 'n'],
  ] as const
  for (const [state, turn, closesAt] of rows) {
    await app.db.execute({
      sql: `insert into ad_requests (campaign_id, sponsor_id, influencer_id, origin, state, turn, payment_amount, closes_at, created_at)
        select ?, ?, id, 'application', ?, ?, 1000 + id % 7, ? - (id / 5) * ?, 0 from users where username like 'many%'`,
      args: [campaignId, sponsor.id, state, turn, closesAt, HOUR / 60],
    })
  }
}

/** Follows a list to its end and returns the links to requests on each page. */
async function readAllPages(path: string): Promise<string[][]> {
  const pages: string[][] = []
  let next: string | null = path
  while (next && pages.length < 20) {
    const { document }: { document: Document } = await sponsor.browser.get(next)
    const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '')
    pages.push(links.filter((href) => /^\/ad-requests\/\d+$/.test(href)))
    next = document.querySelector('a[rel=next]')?.getAttribute('href') ?? null
  }
  return pages
}

const closing = `closes_at <= ${Date.now()}, iif(closes_at > ${Date.now()}, closes_at, -closes_at),
  iif(closes_at > ${Date.now()}, id, -id)`

const tabs = [
  ['mine', "state = 'pending'"],
  ['agreed', "state = 'accepted'"],
  ['closed', "state = 'rejected'"],
  ['all', '1'],
] as const

const orders = [
  ['closing', closing],
  ['newest', 'id desc'],
  ['oldest', 'id'],
  ['amount', 'payment_amount desc, id desc'],
  ['smallest', 'payment_amount, id'],
] as const

describe('the pages of a list show every request once, in order', () => {
  it.each(tabs.flatMap(([tab, where]) => orders.map(([sort, order]) => ({ tab, where, sort, order }))))(
    '$tab by $sort',
    async ({ tab, where, sort, order }) => {
      const { rows } = await app.db.execute(`select id from ad_requests where ${where} order by ${order}`)
      const wanted = rows.map(({ id }) => `/ad-requests/${id}`)
      expect(wanted.length).toBeGreaterThan(40)
      for (const more of ['', `&campaign_id=${campaignId}`]) {
        const pages = await readAllPages(`/ad-requests?listing=${tab}&sort=${sort}${more}`)
        expect(pages.flat()).toEqual(wanted)
        expect(pages.slice(0, -1).every((page) => page.length === 20)).toBe(true)
      }
    },
  )

  it.each([
    ['agreed', 'accepted'],
    ['closed', 'rejected'],
    ['mine', 'pending'],
    ['all', '%'],
  ])('searching keeps the listing %s, on every page', async (listing, state) => {
    const { rows: wanted } = await app.db.execute({
      sql: `select ad_requests.id from ad_requests join users on users.id = influencer_id
        where display_name like '%4%' and state like ?`,
      args: [state],
    })
    await sponsor.browser.get(`/ad-requests?listing=${listing}`)
    const page = await sponsor.browser.submit('Search', { query: 'boots MANY 4' })
    const found = (await readAllPages(page.url)).flat()
    expect(new Set(found)).toEqual(new Set(wanted.map(({ id }) => `/ad-requests/${id}`)))
    expect(found).toHaveLength(wanted.length)
  })

  it('an empty list says so', async () => {
    const page = await sponsor.browser.get('/ad-requests?listing=theirs')
    expect(page.text).toContain('No offers are waiting for a reply')
  })

  it('each tab shows its count, and so does the list', async () => {
    const { document } = await sponsor.browser.get('/ad-requests')
    const counts = [...document.querySelectorAll('.tab-count')].map((count) => count.textContent)
    expect(counts).toEqual([String(COUNT), '', String(COUNT), String(COUNT), '99+'])
    expect(document.querySelector('.list-count')?.textContent).toContain(`${COUNT} requests`)

    const all = await sponsor.browser.get('/ad-requests?listing=all')
    expect(all.document.querySelector('.list-count')?.textContent).toContain(`${3 * COUNT} requests`)
  })

  it('remembers the columns that somebody has chosen', async () => {
    const headings = ({ document }: { document: Document }) =>
      [...document.querySelectorAll('thead th')].map((heading) => heading.textContent)
    const page = await sponsor.browser.get('/ad-requests?listing=agreed')
    expect(headings(page)).toEqual(['Request', 'State', 'Latest offer', 'Closing time', 'Sent'])
    const back = { back: '/ad-requests?listing=agreed', density: 'compact' }
    const chosen = await sponsor.browser.post('/list-views/ad-requests', {
      ...back,
      columns: ['offers', 'time'],
    })
    expect(chosen.url).toBe('/ad-requests?listing=agreed')
    expect(headings(chosen)).toEqual(['Request', 'Offers', 'Closing time'])
    await sponsor.browser.post('/list-views/ad-requests', { ...back, density: 'comfortable', columns: [] })
  })

  it('leads to its file if a file is asked for', async () => {
    const answer = await sponsor.browser.send('/ad-requests?listing=agreed&format=csv', {
      redirect: 'manual',
    })
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      303,
      '/exports/ad-requests.csv?listing=agreed',
    ])
  })

  it('closed requests can be filtered by how they were closed', async () => {
    const countOf = async (result: string) =>
      (await sponsor.browser.get(`/ad-requests?listing=closed&result=${result}`)).document.querySelectorAll(
        'tbody tr',
      ).length
    expect([await countOf('rejected'), await countOf('withdrawn')]).toEqual([20, 0])
    expect(sponsor.browser.sees('No requests match all filters')).toBe(true)
  })
})

describe('searching', () => {
  it('looks only at the names of the campaign and of the other side', async () => {
    const influencer = await makePerson(app, 'influencer', { display_name: 'Zoë Zorn' })
    await invite(app, sponsor, influencer, campaignId)
    const countFound = async ({ browser }: Person, query: string, others = '') => {
      const { document } = await browser.get(
        `/ad-requests?listing=all&query=${encodeURIComponent(query)}${others}`,
      )
      return document.querySelectorAll('tbody tr').length
    }
    expect(await countFound(sponsor, 'zorn zoë')).toBe(1)
    expect(await countFound(sponsor, 'ZOE zor')).toBe(1)
    expect(await countFound(sponsor, 'zorn zoo')).toBe(0)
    expect(await countFound(sponsor, '&')).toBe(0)
    expect(await countFound(sponsor, 'zorn', `&campaign_id=${campaignId}`)).toBe(1)
    expect(await countFound(sponsor, sponsor.username)).toBe(0)
    expect(await countFound(influencer, sponsor.username)).toBe(0)
    expect(await countFound(influencer, 'sponsor trail')).toBe(1)
    expect(await countFound(influencer, 'zorn')).toBe(0)

    await sponsor.browser.get('/ad-requests?listing=agreed&query=zorn')
    expect(sponsor.browser.sees('No requests match “zorn”')).toBe(true)
    await sponsor.browser.click('Search all your requests')
    expect(sponsor.browser.sees('Zoë Zorn')).toBe(true)
    await sponsor.browser.click('“zorn”')
    expect(sponsor.browser.page.url).toBe('/ad-requests?listing=all')
  })

  it('sends admins to their list of all requests', async () => {
    const admin = await makePerson(app, 'admin')
    const { url, document } = await admin.browser.get('/ad-requests?campaign_id=1&query=nothing')
    expect(url).toBe('/admin/ad-requests?campaign=1')
    expect(document.querySelectorAll('tbody tr').length).toBeGreaterThan(0)
  })
})
