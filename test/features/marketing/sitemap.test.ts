import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  parsePart,
  partNames,
  sitemapIndexXml,
  sitemapXml,
} from '../../../src/features/marketing/sitemap/sitemap.ts'
import { routeTable } from '../../route-table.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson } from '../../support/people.ts'
import { countRoundTrips } from '../../support/round-trips.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

async function read(path: string): Promise<{ text: string; headers: Headers; status: number }> {
  const answer = await app.visitor().send(path)
  return { text: await answer.text(), headers: answer.headers, status: answer.status }
}

function addressesIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address)
}

/** Every address in every file that the index names, as a path. */
async function everyAddress(): Promise<string[]> {
  const files = addressesIn((await read('/sitemap.xml')).text)
  const parts = await Promise.all(files.map(async (file) => (await read(new URL(file).pathname)).text))
  return parts.flatMap(addressesIn).map((address) => address.replace('http://parley.test', ''))
}

test('the name of a file gives its range of ids', () => {
  expect(parsePart('influencers-1.xml')).toEqual({ kind: 'influencers', after: 0, upTo: 10_000 })
  expect(parsePart('campaigns-12.xml')).toEqual({ kind: 'campaigns', after: 110_000, upTo: 120_000 })
  for (const name of [
    'influencers-0.xml',
    'influencers-01.xml',
    'people-1.xml',
    'influencers-1',
    'pages.xml.',
  ])
    expect([name, parsePart(name)]).toEqual([name, null])
})

test('there are enough files for all ids', () => {
  expect(partNames({ influencers: 0, campaigns: 0 })).toEqual(['pages.xml'])
  expect(partNames({ influencers: 10_000, campaigns: 10_001 })).toEqual([
    'pages.xml',
    'influencers-1.xml',
    'campaigns-1.xml',
    'campaigns-2.xml',
  ])
  expect(partNames({ influencers: 1_000_000, campaigns: 54_500 })).toHaveLength(1 + 100 + 6)
})

test('text is escaped', () => {
  const url = `https://x.example/?a=1&b="<'>`
  const written = 'https://x.example/?a=1&#38;b=&#34;&#60;&#39;&#62;'
  expect(sitemapXml([{ url, changedAt: Date.UTC(2026, 0, 2) }])).toContain(
    `<url><loc>${written}</loc><lastmod>2026-01-02</lastmod></url>`,
  )
  expect(sitemapIndexXml([url])).toContain(`<sitemap><loc>${written}</loc></sitemap>`)
})

test('every public page is listed once, and no hidden page', async () => {
  const sponsor = await makePerson(app, 'sponsor')
  const gone = await makePerson(app, 'sponsor')
  const people = await Promise.all(Array.from({ length: 6 }, () => makePerson(app, 'influencer')))
  const [shown, flagged, suspended, later, last] = people.map(({ id }) => id)
  // The last id of the second part, and the first id of the third.
  await app.db.batch(
    [
      `update influencers set flagged_at = 1 where user_id = ${flagged}`,
      `update users set status = 'suspended' where id in (${suspended}, ${gone.id})`,
    ],
    'write',
  )
  await moveInfluencer(later, 20_000)
  await moveInfluencer(last, 20_001)

  const open = await makeCampaign(app, sponsor)
  const ended = await makeCampaign(app, sponsor, { endsInDays: -3 })
  const hidden = [
    await makeCampaign(app, sponsor, { visibility: 'private' }),
    await makeCampaign(app, sponsor, { state: 'draft' }),
    await makeCampaign(app, sponsor, { state: 'paused' }),
    await makeCampaign(app, gone),
  ]
  const addresses = await everyAddress()
  expect(addresses.toSorted()).toEqual(
    [
      '/',
      '/about',
      '/help',
      '/campaigns',
      '/influencers',
      ...[shown, people.at(-1)?.id, 20_000, 20_001].map((id) => `/influencers/${id}`),
      ...[open, ended].map((id) => `/campaigns/${id}`),
    ].toSorted(),
  )
  for (const path of addresses) expect([path, (await read(path)).status]).toEqual([path, 200])
  const hiddenPaths = [
    ...[flagged, suspended].map((id) => `/influencers/${id}`),
    ...hidden.map((id) => `/campaigns/${id}`),
  ]
  for (const path of hiddenPaths) expect([path, (await read(path)).status]).toEqual([path, 404])
})

async function moveInfluencer(from: number | undefined, to: number): Promise<void> {
  await app.db.batch(
    [
      `insert into users (id, username, email, display_name, password_hash, role, status, created_at)
        select ${to}, 'moved${to}', 'moved${to}@example.com', display_name, 'x', role, status, 1 from users where id = ${from}`,
      `insert into influencers (user_id, category, niche, country, languages)
        select ${to}, category, niche, country, languages from influencers where user_id = ${from}`,
      `delete from users where id = ${from}`,
    ],
    'write',
  )
}

test('a campaign has the date of its last change', async () => {
  const { rows } = await app.db.execute('select id from campaign_sort_keys order by 1 limit 1')
  const id = Number(rows[0]?.id)
  await app.db.execute({
    sql: 'update campaigns set published_at = ? where id = ?',
    args: [Date.UTC(2026, 0, 2), id],
  })
  const line = async () =>
    (await read('/sitemaps/campaigns-1.xml')).text.split('\n').find((one) => one.includes(`/${id}<`))
  expect(await line()).toContain('<lastmod>2026-01-02</lastmod>')

  for (const [at, kind] of [
    [Date.UTC(2026, 0, 5), 'published'],
    [Date.UTC(2026, 1, 3), 'edited'],
  ] as const)
    await app.db.execute({
      sql: "insert into events (subject, subject_id, kind, at) values ('campaign', ?, ?, ?)",
      args: [id, kind, at],
    })
  expect(await line()).toContain('<lastmod>2026-02-03</lastmod>')
})

test('the files can be cached for an hour and need no viewer', async () => {
  const person = await makePerson(app, 'influencer')
  for (const path of ['/sitemap.xml', '/sitemaps/pages.xml', '/sitemaps/influencers-1.xml', '/robots.txt']) {
    const answer = await person.browser.send(path)
    const text = await answer.text()
    const type = path === '/robots.txt' ? 'text/plain' : 'application/xml'
    expect(answer.headers.get('Content-Type')).toBe(`${type}; charset=utf-8`)
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=3600')
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(text).not.toContain(person.username)
  }
  const trips = async (path: string) => (await countRoundTrips(app, person.browser, path)).roundTrips
  expect(await trips('/robots.txt')).toBe(0)
  expect(await trips('/sitemaps/pages.xml')).toBe(0)
  expect(await trips('/sitemap.xml')).toBe(1)
  expect(await trips('/sitemaps/influencers-1.xml')).toBe(1)
})

test('a file that does not exist is a 404 that is not cached', async () => {
  const { status, headers } = await read('/sitemaps/nothing.xml')
  expect([status, headers.get('Cache-Control')]).toEqual([404, 'private, no-store'])
})

test('robots.txt names the sitemap and disallows pages that need a sign-in', async () => {
  const { text } = await read('/robots.txt')
  expect(text).toContain('\nSitemap: http://parley.test/sitemap.xml\n')
  const closed = [...text.matchAll(/^Disallow: (.+)$/gm)].map(
    ([, path = '']) => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '.*')}`),
  )
  const pages = Object.entries(routeTable).filter(([route]) => route.startsWith('GET '))
  const isEmailLink = (route: string) => /(email-confirmation|email-change-undo|password-reset)/.test(route)
  for (const [route, who] of pages) {
    const path = route.slice('GET '.length).replace(/:\w+/g, '7')
    const isClosed = who.startsWith('s') || isEmailLink(route)
    expect([path, closed.some((one) => one.test(path))]).toEqual([path, isClosed])
  }
})
