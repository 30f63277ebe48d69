import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { named } from '../../../local/demo/accounts.ts'
import { loadDemo } from '../../../local/demo.ts'
import { rebuildStatistics } from '../../../local/statistics.ts'
import { answerTimeKeys } from '../../../src/features/ad-requests/rows/answer-time.ts'
import { periodKeys, periodOf } from '../../../src/features/statistics/period.ts'
import { selectFigures } from '../../../src/features/statistics/queries.ts'
import { openDatabase } from '../../../src/platform/db/database.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, signedIn } from '../../support/people.ts'
import { countRoundTrips, withoutMail } from '../../support/round-trips.ts'
import type { Visitor } from '../../support/visitor.ts'
import { planOfSelect } from '../discovery/query-plan.ts'

let app: App
beforeAll(async () => {
  app = await startApp(withoutMail)
  await loadDemo(app.libsql.url, { now: Date.now() })
})
afterAll(() => app.close())

const dashboards = [
  ['admin', '/admin'],
  ['sponsor', '/home'],
  ['influencer', '/home'],
] as const

async function open(role: (typeof dashboards)[number][0]): Promise<Visitor> {
  const { username } = named[role]
  const sql = 'select id from users where username = ?'
  const { rows } = await app.db.execute({ sql, args: [username] })
  return signedIn(app, Number(rows[0]?.id))
}

/** The figures of a page, by label. */
function figuresOf({ page: { document } }: Visitor): Map<string, string> {
  return new Map(
    [...document.querySelectorAll('.figure')].map((figure) => [
      figure.querySelector('.eyebrow')?.textContent ?? '',
      figure.querySelector('.figure-number')?.textContent ?? '',
    ]),
  )
}

describe.each(dashboards)("the %s's dashboard", (role, path) => {
  it('takes two round trips for each period, and has each figure once', async () => {
    const browser = await open(role)
    // The first visit after a while also records when the person was last seen.
    await browser.get(path)
    for (const period of periodKeys) {
      const url = `${path}?period=${period}`
      expect(await countRoundTrips(app, browser, url)).toEqual({ status: 200, roundTrips: 2 })
      await browser.get(url)
      const ids = [...browser.page.document.querySelectorAll('[id]')].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('shows 30 days at first and for periods that do not exist, and keeps the choice in the URL', async () => {
    const browser = await open(role)
    for (const url of [path, `${path}?period=forever`, `${path}?period=`]) {
      await browser.get(url)
      expect(browser.page.document.querySelector('.tabs [aria-current=page]')?.textContent).toBe('30 days')
    }
    await browser.click('90 days')
    expect(browser.page.document.querySelector('.tabs [aria-current=page]')?.textContent).toBe('90 days')
    expect(browser.page.text).toContain('Last 90 days')
  })

  it('answers htmx with only the part that depends on the period', async () => {
    const browser = await open(role)
    const answer = await browser.send(`${path}?period=7d`, { headers: { 'HX-Request-Type': 'partial' } })
    const html = (await answer.text()).replace(/^<title>[^<]*<\/title>/, '')
    expect(html.slice(0, 24)).toBe('<section id="statistics"')
    expect(html.includes('<h1')).toBe(false)
  })

  it('has links of its figures that work', async () => {
    const browser = await open(role)
    await browser.get(`${path}?period=all`)
    const links = [...browser.page.document.querySelectorAll('.figure a, .breakdown a')]
    expect(links.length).toBeGreaterThan(8)
    for (const href of new Set(links.map((link) => link.getAttribute('href') ?? ''))) {
      const answer = await browser.send(href, {})
      await answer.arrayBuffer()
      expect(answer.status, href).toBe(200)
    }
  })
})

describe('the figures of the demo', () => {
  it('are those of the database', async () => {
    const { rows } = await app.db.execute(`select
      (select count(*) from users where role = 'sponsor' and status = 'pending') as waiting,
      (select count(*) from users where role = 'influencer' and status = 'active') as influencers,
      (select count(*) from collaborations) as deals,
      (select count(*) from campaigns where flagged_at is not null) as flagged`)
    const browser = await open('admin')
    await browser.get('/admin?period=all')
    const figures = figuresOf(browser)
    expect(figures.get('Sponsors waiting')).toBe(String(rows[0]?.waiting))
    expect(figures.get('Active influencers')).toBe(String(rows[0]?.influencers))
    expect(figures.get('Deals')).toBe(String(rows[0]?.deals))
    expect(figures.get('Agreements')).toBe(String(rows[0]?.deals))
    expect(figures.get('Flagged campaigns')).toBe(String(rows[0]?.flagged))
    expect(await rebuildStatistics(app.db)).toEqual({ count: 0, listed: [] })
  })

  it.each(['sponsor', 'influencer'] as const)(
    "of a %s's requests are those of the tabs of their list",
    async (role) => {
      const browser = await open(role)
      await browser.get('/home')
      const counts = [...browser.page.document.querySelectorAll('.breakdown tr')].map(
        (row) =>
          [
            row.querySelector('a')?.getAttribute('href') ?? '',
            Number(row.querySelector('.cell-value')?.textContent),
          ] as const,
      )
      // Two turns, the four ways to end, and how soon the person answered.
      const linked = counts.filter(([href]) => href.startsWith('/ad-requests'))
      expect(new Set(linked.map(([href]) => href)).size).toBe(2 + 4 + answerTimeKeys.length)
      for (const [href, count] of linked) {
        await browser.get(href)
        const listed = browser.page.document.querySelectorAll('tbody tr').length
        expect(listed, href).toBe(count)
      }
    },
  )
})

it('somebody without any requests sees no figures of them', async () => {
  const { browser } = await makePerson(app, 'sponsor')
  await browser.get('/home')
  expect(browser.sees('Your figures')).toBe(false)
})

it('a change is compared in words, and its arrow is not read out', async () => {
  const browser = await open('sponsor')
  await browser.get('/home?period=90d')
  const notes = [...browser.page.document.querySelectorAll('.statistics-figures .figure-note')]
  const spoken = notes.map((note) => {
    for (const hidden of note.querySelectorAll('[aria-hidden]')) hidden.remove()
    return note.textContent
  })
  expect(spoken.length).toBeGreaterThan(3)
  for (const words of spoken) expect(words).toMatch(/^\S.* (in|than in) the 90 days before/)
})

it('counts the requests that have expired since the last sweep in an index, without reading them', async () => {
  const db = openDatabase({ TURSO_DATABASE_URL: app.libsql.url })
  const [, expired] = selectFigures(db, 'platform', periodOf('30d', Date.now()), Date.now())
  const [step] = await planOfSelect(app.db, expired)
  expect(step).toBe('SEARCH ad_requests USING COVERING INDEX ad_requests_to_expire (closes_at<?)')
})
