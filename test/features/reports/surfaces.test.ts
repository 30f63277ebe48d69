import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../../local/demo.ts'
import { addMonths, monthAt, monthTitle } from '../../../src/features/reports/month.ts'
import { compact, readPdf } from '../../platform/pdf/read-pdf.ts'
import { type App, startApp } from '../../support/app.ts'
import { signedIn } from '../../support/people.ts'
import { countRoundTrips } from '../../support/round-trips.ts'
import type { Visitor } from '../../support/visitor.ts'
import { localClockVars, runJobAt } from '../jobs/signed-post.ts'

const people = {
  sponsor: { username: 'northway', timeZone: 'America/Denver' },
  influencer: { username: 'mara', timeZone: 'Europe/Stockholm' },
  admin: { username: 'admin', timeZone: 'UTC' },
} as const
const roles = Object.keys(people) as (keyof typeof people)[]

let app: App
const visitors = new Map<string, Visitor>()
const now = Date.now()

beforeAll(async () => {
  app = await startApp(localClockVars)
  await loadDemo(app.libsql.url, { now })
  for (const { username, timeZone } of Object.values(people)) {
    const { rows } = await app.db.execute({
      sql: 'update users set time_zone = ? where username = ? returning id',
      args: [timeZone, username],
    })
    visitors.set(username, await signedIn(app, Number(rows[0]?.id)))
  }
})
afterAll(() => app.close())

function lastMonth(role: keyof typeof people): string {
  return addMonths(monthAt(now, people[role].timeZone), -1)
}

function visitorOf(role: keyof typeof people): Visitor {
  const visitor = visitors.get(people[role].username)
  if (!visitor) throw new Error(`Nobody has signed in as ${role}.`)
  return visitor
}

async function fetchReport(role: keyof typeof people, extension = ''): Promise<Response> {
  return visitorOf(role).send(`/reports/${lastMonth(role)}${extension}`, {})
}

interface Line {
  readonly label: string
  readonly text: string
}

/** The figures of the page, from the table with all of them. */
async function figuresOfPage(role: keyof typeof people): Promise<Line[]> {
  const { document } = await visitorOf(role).get(`/reports/${lastMonth(role)}`)
  const table = [...document.querySelectorAll('table')].find((one) =>
    one.querySelector('caption')?.textContent?.startsWith('All figures'),
  )
  return [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => ({
    label: row.querySelector('th')?.textContent ?? '',
    text: row.querySelector('td')?.textContent ?? '',
  }))
}

describe.each(roles)('the report of the demo’s %s', (role) => {
  it('has the same figures on the page, in the PDF and in the CSV', async () => {
    const figures = await figuresOfPage(role)
    expect(figures.length).toBeGreaterThan(10)
    expect(figures.some(({ text }) => /^\$[1-9]/.test(text))).toBe(true)

    const pdf = await readPdf(new Uint8Array(await (await fetchReport(role, '.pdf')).arrayBuffer()))
    const pdfText = compact(pdf.pages.join(''))
    const csv = parse(await (await fetchReport(role, '.csv')).text(), { columns: true }) as Record<
      string,
      string
    >[]
    const total = csv.find((row) => Object.values(row)[1] === 'All') ?? {}
    for (const { label, text } of figures) {
      // The row of the figure: its name, what it means, and its value.
      expect(pdfText).toMatch(new RegExp(`${literal(label)}[^$▲▼=]*?${literal(text)}`))
      const [header = ''] = Object.keys(total).filter((name) => name.replace(/ \(.*\)$/, '') === label)
      expect([label, numberOf(total[header] ?? '')]).toEqual([label, expectedInCsv(text)])
    }
    expect(pdf.elements.filter(({ role }) => role === 'Figure').every(({ alt }) => alt)).toBe(true)
    expect(pdf.pages.at(-1)).toContain(`Page ${pdf.pages.length} of ${pdf.pages.length}`)
  })

  it('has the same figures in the e-mail, with the PDF attached', async () => {
    const [year = 0, month = 1] = lastMonth(role).split('-').map(Number)
    const at = Date.UTC(year, month, 1, 20)
    await app.db.execute(`update users set next_report_at = 0 where username = '${people[role].username}'`)
    await runJobAt(app.url, '/jobs/monthly-reports', at)
    // Only this one is sent: drawing many reports would take more than one delivery.
    await app.db.execute(
      `delete from outbox where user_id <> (select id from users where username = '${people[role].username}')`,
    )
    await runJobAt(app.url, '/jobs/deliver', Math.max(now, at))

    const { rows } = await app.db.execute(
      `select email from users where username = '${people[role].username}'`,
    )
    const mail = app.mail
      .messages()
      .find(
        ({ to, subject }) =>
          to.includes(String(rows[0]?.email)) && subject.startsWith(monthTitle(lastMonth(role))),
      )
    const figures = await figuresOfPage(role)
    const told = figures.filter(({ label, text }) => mail?.text?.includes(`${label}: ${text} (`))
    expect(told.map(({ label }) => label)).toHaveLength(6)
    expect(mail?.attachments).toMatchObject([{ filename: `parley-report-${lastMonth(role)}.pdf` }])
    const attached = await readPdf(mail?.attachments[0]?.content ?? new Uint8Array())
    for (const { label, text } of told) {
      expect(compact(attached.pages.join(''))).toMatch(
        new RegExp(`${literal(label)}[^$▲▼=]*?${literal(text)}`),
      )
    }
  })

  it.each(['', '.csv', '.pdf'])('takes two round trips at most (%s)', async (extension) => {
    const path = `/reports/${lastMonth(role)}${extension}`
    const cost = await countRoundTrips(app, visitorOf(role), path)
    expect(cost).toEqual({ status: 200, roundTrips: 2 })
  })

  it('is listed', async () => {
    const { document } = await visitorOf(role).get('/reports')
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '')
    expect(rows[0]).toContain(monthTitle(monthAt(now, people[role].timeZone)))
    expect(rows[1]).toMatch(/\$[1-9]/)
    expect(await countRoundTrips(app, visitorOf(role), '/reports')).toEqual({ status: 200, roundTrips: 2 })
  })
})

describe('a report', () => {
  it.each(['2026-13', '2026-1', '1999-12', '2099-01', 'x', '2026-10.html', '2026-10.xls', '2026-10.csv.pdf'])(
    'is not found at %s',
    async (name) => {
      expect((await visitorOf('sponsor').send(`/reports/${name}`, {})).status).toBe(404)
    },
  )

  it('is not found before the account existed, and nothing leads there', async () => {
    const { rows } = await app.db.execute("select created_at from users where username = 'northway'")
    const first = monthAt(Number(rows[0]?.created_at), people.sponsor.timeZone)
    const page = await visitorOf('sponsor').get(`/reports/${first}`)
    expect(page.status).toBe(200)
    expect(page.document.querySelector('a[rel=prev]')).toBeNull()
    expect(page.document.querySelector('a[rel=next]')).not.toBeNull()
    expect((await visitorOf('sponsor').send(`/reports/${addMonths(first, -1)}`, {})).status).toBe(404)
  })

  it('of an influencer tells no budgets', async () => {
    const { text } = await visitorOf('influencer').get(`/reports/${lastMonth('influencer')}`)
    expect(text).toContain('Ferries in the Fog')
    expect(text).not.toMatch(/budget|committed|left/i)
    // The budget of that campaign, and what it has left.
    const all = await (await fetchReport('influencer', '.csv')).text()
    expect(all).not.toMatch(/9000\.00|5450\.00/)
  })

  it("of a sponsor has nothing of another sponsor's campaigns", async () => {
    const { text } = await visitorOf('sponsor').get(`/reports/${lastMonth('sponsor')}`)
    expect(text).toContain('Harvest Moon Tents')
    expect(text).not.toContain('Ferries in the Fog')
  })

  it('of the running month is compared with the whole month before', async () => {
    const { text } = await visitorOf('sponsor').get(`/reports/${monthAt(now, people.sponsor.timeZone)}`)
    expect(text).toContain('so far this month')
    expect(text).not.toMatch(/more than in|fewer than in/)
    // A column of changes would only repeat these figures.
    expect(text).toMatch(/All of \w+ ?What it means/)
  })
})

function literal(text: string): string {
  return compact(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function numberOf(cell: string): number | null {
  return cell === '' ? null : Number(cell)
}

/** The number that the CSV has for a figure of the page. */
function expectedInCsv(text: string): number | null {
  if (text === '–') return null
  const value = Number.parseFloat(text.replace('−', '-').replace(/[$,+]/g, ''))
  return text.endsWith('days') || text.endsWith('day') ? expect.closeTo(value * 24, -0.5) : value
}
