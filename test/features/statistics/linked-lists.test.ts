import { afterAll, beforeAll, expect, it } from 'vitest'
import { named } from '../../../local/demo/accounts.ts'
import { loadDemo } from '../../../local/demo.ts'
import {
  influencerFigures,
  type PeriodFigure,
  platformFigures,
  sponsorFigures,
} from '../../../src/features/statistics/figures.ts'
import { periodKeys } from '../../../src/features/statistics/period.ts'
import { rowsOf } from '../../e2e/support/downloads.ts'
import { type App, startApp } from '../../support/app.ts'
import { signedIn } from '../../support/people.ts'
import { withoutMail } from '../../support/round-trips.ts'
import type { Visitor } from '../../support/visitor.ts'

let app: App
beforeAll(async () => {
  app = await startApp(withoutMail)
  await loadDemo(app.libsql.url, { now: Date.now() })
  // A campaign that was deleted with its requests counts nowhere any more.
  await app.db.execute(`delete from campaigns where id = (select campaign_id from ad_requests
    group by campaign_id having sum(state = 'accepted') = 0 order by count(*) desc limit 1)`)
})
afterAll(() => app.close())

type Rows = readonly Readonly<Record<string, string>>[]

/** What each figure with a link is, by the rows of its list. `agreements` is the figure beside it. */
const expected: Readonly<Record<string, (rows: Rows, agreements: number) => number | null>> = {
  'Sign-ups': (rows) => rows.length,
  'Active sign-ups': (rows) => rows.length,
  'Campaigns published': (rows) => rows.length,
  'Requests sent': (rows) => rows.length,
  Requests: (rows) => rows.length,
  Agreements: (rows) => rows.length,
  'Agreed amount': amountOf,
  'Spend agreed': amountOf,
  'Earnings agreed': amountOf,
  'Average deal': (rows) => (rows.length === 0 ? null : amountOf(rows) / rows.length),
  // The reach of that day is on no page, but the deals are.
  'Price per 1,000 reach': () => Number.NaN,
  'Acceptance rate': (rows, agreements) => (rows.length === 0 ? null : (agreements / rows.length) * 100),
}

function amountOf(rows: Rows): number {
  return rows.reduce((sum, row) => sum + Number(row['Latest offer']), 0)
}

async function open(role: keyof typeof named): Promise<Visitor> {
  const { username } = named[role]
  const sql = 'select id from users where username = ?'
  const { rows } = await app.db.execute({ sql, args: [username] })
  return signedIn(app, Number(rows[0]?.id))
}

/** The number on a card and the list that it opens, by label. */
async function figuresOf(browser: Visitor, url: string) {
  await browser.get(url)
  const cards = browser.page.document.querySelectorAll('.statistics-figures .figure')
  return new Map(
    [...cards].map((card) => {
      const text = card.querySelector('.figure-number')?.textContent ?? ''
      const href = card.querySelector('a')?.getAttribute('href') ?? null
      const basis = numberIn(card.querySelector('.figure-basis')?.textContent)
      return [card.querySelector('.eyebrow')?.textContent ?? '', { text, href, basis }] as const
    }),
  )
}

/** All rows of a list. */
async function listOf(browser: Visitor, href: string): Promise<Rows> {
  const file = href.startsWith('/admin/')
    ? `${href}&format=csv`
    : href.replace('?', '.csv?').replace(/^/, '/exports')
  const answer = await browser.send(file)
  expect(answer.status, file).toBe(200)
  return rowsOf(Buffer.from(await answer.arrayBuffer()))
}

const dashboards = [
  { role: 'admin', path: '/admin', figures: platformFigures },
  { role: 'sponsor', path: '/home', figures: sponsorFigures },
  { role: 'influencer', path: '/home', figures: influencerFigures },
] as const

it.each(dashboards.flatMap((dashboard) => periodKeys.map((period) => ({ ...dashboard, period }))))(
  'the figures of the $role for $period are those of the lists that they open',
  async ({ role, path, figures, period }) => {
    const browser = await open(role)
    const cards = await figuresOf(browser, `${path}?period=${period}`)
    const numberOf = (label: string) => numberIn(cards.get(label)?.text)
    for (const { label, requests } of figures as readonly PeriodFigure[]) {
      const card = cards.get(label)
      if (!card?.href) throw new Error(`“${label}” leads to no list.`)
      const rows = await listOf(browser, card.href)
      if (requests) {
        expect(card.basis ?? 0, `${label} ${card.href}`).toBe(rows.length)
        continue
      }
      const value = expected[label]?.(rows, numberOf('Agreements') ?? 0)
      if (value === undefined) throw new Error(`Say what “${label}” is by the rows of its list.`)
      if (Number.isNaN(value)) expect(rows).toHaveLength(numberOf('Agreements') ?? 0)
      else if (value === null) expect(numberOf(label), label).toBeNull()
      else
        expect(numberOf(label), `${label} ${card.href}`).toBeCloseTo(
          value,
          label === 'Acceptance rate' ? -1 : 0,
        )

      // What the page of the list says about itself.
      const page = await browser.get(card.href)
      const count = page.document.querySelector('span[id$="-count"]')?.textContent
      expect(numberIn(count ?? ''), card.href).toBe(rows.length)
    }
  },
)

it.each([
  // How requests ended, and how soon they were first answered.
  { role: 'admin', path: '/admin', count: 4 + 7 },
  // Requests by status, and how soon the person answered.
  { role: 'sponsor', path: '/home', count: 6 + 7 },
  { role: 'influencer', path: '/home', count: 6 + 7 },
] as const)('each row of what the $role sees of a period leads to a list of as many', async (dashboard) => {
  const browser = await open(dashboard.role)
  const answers: number[] = []
  for (const period of periodKeys) {
    const { document } = await browser.get(`${dashboard.path}?period=${period}`)
    const rows = [...document.querySelectorAll('#statistics .breakdown tr')]
    const links = rows.flatMap((row) => {
      const href = row.querySelector('a')?.getAttribute('href')
      return href ? [{ href, count: Number(row.querySelector('.cell-value')?.textContent) }] : []
    })
    expect(links).toHaveLength(dashboard.count)
    for (const { href, count } of links) {
      expect(await listOf(browser, href), href).toHaveLength(count)
      if (href.includes('answer_time')) answers.push(count)
    }
  }
  // Otherwise this says nothing about them.
  expect(Math.max(...answers)).toBeGreaterThan(0)
})

/** 1204 of "1,204 people" or "$1,204". Null without a number. */
function numberIn(text = ''): number | null {
  const [number] = /[\d,]+(\.\d+)?/.exec(text) ?? []
  return number === undefined ? null : Number(number.replaceAll(',', ''))
}
