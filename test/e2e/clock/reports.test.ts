import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD, named } from '../../../local/demo/accounts.ts'
import { addMonths, monthAt, monthTitle } from '../../../src/features/reports/month.ts'
import { compact, readPdf } from '../../platform/pdf/read-pdf.ts'
import { invite } from '../../support/ad-requests.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, makeSession, signedIn } from '../../support/people.ts'
import { signIn } from '../support/accounts.ts'
import type { BrowserUser } from '../support/browser-user.ts'
import { download, rowsOf } from '../support/downloads.ts'
import { adminAccount, type E2eApp, startE2eApp } from '../support/e2e-app.ts'
import { followMail, openMail } from '../support/inbox.ts'
import { desk, plainPhone, variants } from '../support/variants.ts'
import { moveClock } from './clock-page.ts'

/** The demo's sponsor, whose report has figures. */
const { sponsor } = named
const MINUTE = 60_000
const start = Date.now()
const lastMonth = addMonths(monthAt(start, 'UTC'), -1)
/** When the next reports have gone out: 8:01 on the 1st, in the time zone of everybody here. */
const reportsAreOut = Date.parse(`${addMonths(monthAt(start, 'UTC'), 1)}-01T08:01:00Z`)
const reportedMonth = addMonths(monthAt(reportsAreOut, 'UTC'), -1)

let e2e: E2eApp
let sponsorId: number
beforeAll(async () => {
  e2e = await startE2eApp({ demoAt: start - MINUTE })
  const { rows } = await e2e.app.db.execute({
    sql: "update users set time_zone = 'UTC' where username in (?, ?) returning id, username",
    args: [sponsor.username, adminAccount.username],
  })
  sponsorId = Number(rows.find(({ username }) => username === sponsor.username)?.id)
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

describe.each(variants)('$variant: a sponsor', (variant) => {
  test('opens the report of the last month, its PDF and its CSV, with the same figures', async () => {
    const user = await e2e.newUser(variant, await makeSession(e2e.app, sponsorId))
    await user.open('/reports')
    await user.checkPage('clock-11-reports')
    await user.follow(monthTitle(lastMonth))
    await user.sees('Monthly report', monthTitle(lastMonth))
    await user.checkPage('clock-12-report')
    const committed = await figure(user, 'Amount committed')
    const invitations = await figure(user, 'Invitations sent')
    expect(committed).toMatch(/^\$[1-9]/)

    const pdf = await download(user, 'PDF')
    expect(pdf.name).toBe(`parley-report-${lastMonth}.pdf`)
    const { pages } = await readPdf(pdf.content)
    expect(compact(pages.join(''))).toContain(compact(`Amount committed${committed}`))

    const csv = await download(user, 'CSV')
    expect(csv.name).toBe(`report-${lastMonth}.csv`)
    const total = rowsOf(csv.content).find(({ Campaign, Month }) => Campaign === 'All' && Month === lastMonth)
    expect(total?.['Invitations sent']).toBe(invitations)
    expect(Number(total?.['Amount committed (USD)'])).toBe(Number(committed.replace(/[$,]/g, '')))
    await user.close()
  })
})

describe('when the clock moves to the 1st', () => {
  const subject = `${monthTitle(reportedMonth)}: `

  beforeAll(async () => {
    // On the first day of a month, nothing else has happened in it yet.
    const person = { ...sponsor, id: sponsorId, browser: await signedIn(e2e.app, sponsorId) }
    const influencer = await makePerson(e2e.app, 'influencer')
    await invite(e2e.app, person, influencer, await makeCampaign(e2e.app, person))
    await moveClock(e2e, await e2e.newUser(desk), reportsAreOut)
  })

  test('the report arrives with its PDF, and leads through the sign-in page to its page', async () => {
    const user = await e2e.newUser(plainPhone)
    const mail = { to: sponsor.email, subject }
    await openMail(e2e.app, user, mail)
    const attached = await download(user, `parley-report-${reportedMonth}.pdf`)
    const { pages } = await readPdf(attached.content)
    expect(compact(pages.join(''))).toContain(compact(monthTitle(reportedMonth)))

    await followMail(e2e.app, user, { ...mail, button: 'Open the report' })
    await signIn(user, sponsor.username, DEMO_PASSWORD)
    await user.sees('Monthly report', monthTitle(reportedMonth))
    expect(user.path).toBe(`/reports/${reportedMonth}`)
  })

  test('the admin gets a digest of the platform', async () => {
    const user = await e2e.newUser(desk)
    await followMail(e2e.app, user, { to: adminAccount.email, subject, button: 'Open the report' })
    await signIn(user, adminAccount.username, adminAccount.password)
    await user.sees('Platform digest', monthTitle(reportedMonth))
    await user.checkPage('clock-13-digest')
  })
})

/** A figure in the table with all of them. */
async function figure({ page }: BrowserUser, label: string): Promise<string> {
  const row = page
    .getByRole('table', { name: 'All figures' })
    .locator('tr')
    .filter({ hasText: label })
    .first()
  return (await row.locator('td').first().textContent())?.trim() ?? ''
}
