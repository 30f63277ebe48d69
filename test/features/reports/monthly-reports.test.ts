import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { monthAt, monthIn } from '../../../src/features/reports/month.ts'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { localClockVars, runJobAt } from '../jobs/signed-post.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const month = monthAt(Date.now(), 'UTC')
/** 8 AM on the 1st of next month, in UTC. What happens in a test is in the month before. */
const MORNING = monthIn(month, 'UTC').to + 8 * HOUR

let app: App
beforeAll(async () => {
  app = await startApp(localClockVars)
})
afterAll(() => app.close())

let sponsor: Person
let influencer: Person
beforeEach(async () => {
  await app.db.batch(['delete from outbox', 'update users set next_report_at = 9e15'])
  sponsor = await makePerson(app, 'sponsor')
  influencer = await makePerson(app, 'influencer')
  await planFor(MORNING)
})

const planFor = (at: number, id?: number) =>
  app.db.execute(
    `update users set next_report_at = ${at} where id in (${id ?? `${sponsor.id}, ${influencer.id}`})`,
  )

const report = (at: number) => runJobAt(app.url, '/jobs/monthly-reports', at)

async function reports() {
  const { rows } = await app.db.execute(
    "select user_id, kind, period, path from outbox where kind in ('monthly_report', 'admin_digest') order by user_id",
  )
  return rows
}

async function planned(id: number) {
  const { rows } = await app.db.execute(`select next_report_at as at from users where id = ${id}`)
  return rows[0]?.at
}

async function invitation() {
  return invite(app, sponsor, influencer, await makeCampaign(app, sponsor))
}

describe('the monthly report', () => {
  it('goes once to both sides, however often the job runs', async () => {
    await invitation()
    await report(MORNING - 1)
    expect(await reports()).toEqual([])

    await Promise.all(Array.from({ length: 5 }, () => report(MORNING)))
    await report(MORNING + HOUR)
    const one = { kind: 'monthly_report', period: month, path: `/reports/${month}` }
    expect(await reports()).toEqual([
      { user_id: sponsor.id, ...one },
      { user_id: influencer.id, ...one },
    ])
    const nextMonth = monthIn(monthAt(MORNING, 'UTC'), 'UTC')
    expect(await planned(sponsor.id)).toBe(nextMonth.to + 8 * HOUR)
  })

  it('goes once if the job comes a day late, and its clock then jumps back', async () => {
    await invitation()
    await report(MORNING + DAY)
    await planFor(MORNING)
    await report(MORNING)
    expect((await reports()).map(({ period }) => period)).toEqual([month, month])
  })

  it('is not sent to people with nothing to report', async () => {
    expect(await report(MORNING)).toMatchObject({ handled: 0, cursor: null })
    expect(await reports()).toEqual([])
    expect(Number(await planned(sponsor.id))).toBeGreaterThan(MORNING)
  })

  it('is not sent to people who are suspended', async () => {
    await invitation()
    await app.db.execute(`update users set status = 'suspended' where id = ${sponsor.id}`)
    await report(MORNING)
    expect((await reports()).map(({ user_id }) => user_id)).toEqual([influencer.id])
  })

  it('goes at 8 AM where the reader lives', async () => {
    await invitation()
    await app.db.execute(`update users set time_zone = 'Asia/Kolkata' where id = ${influencer.id}`)
    await planFor(0, influencer.id)
    const early = MORNING - 5.5 * HOUR
    await report(early - 1)
    expect(await reports()).toEqual([])
    // It was planned meanwhile.
    expect(await planned(influencer.id)).toBe(early)
    await report(early)
    expect((await reports()).map(({ user_id }) => user_id)).toEqual([influencer.id])
  })

  it('goes to somebody who was not planned on the 1st, but not later in the month', async () => {
    await invitation()
    await planFor(0)
    await report(MORNING + 3 * DAY)
    expect(await reports()).toEqual([])

    await planFor(0)
    await report(MORNING + HOUR)
    expect(await reports()).toHaveLength(2)
  })

  it('gives admins a digest of the platform', async () => {
    await invitation()
    const admin = await makePerson(app, 'admin')
    await planFor(MORNING, admin.id)
    await report(MORNING)
    expect((await reports()).find(({ user_id }) => user_id === admin.id)).toEqual({
      user_id: admin.id,
      kind: 'admin_digest',
      period: month,
      path: `/reports/${month}`,
    })
  })

  it('has a copy of the latest hash of the audit log, and only for admins', async () => {
    const hash = '0123456789abcdef'.repeat(4)
    await app.db.execute(`insert into audit_seals (id, format, hour, first_event_id, last_event_id, count, sealed_at,
      previous_hash, hash, event_digests) values (1, 1, 1, 1, 1, 1, 1, '${hash}', '${hash}', '')`)
    await invitation()
    await planFor(MORNING, (await makePerson(app, 'admin')).id)
    await report(MORNING)
    const { rows } = await app.db.execute(
      "select kind, body like '%Seal 1 of the audit log has the hash 01234567 89abcdef 0123%' as has_hash from outbox where kind in ('monthly_report', 'admin_digest')",
    )
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['admin_digest', 'monthly_report']))
    for (const { kind, has_hash: hasHash } of rows) expect(hasHash).toBe(kind === 'admin_digest' ? 1 : 0)
  })
})

describe('the report of a deleted campaign', () => {
  it('keeps its name, and counts the open requests as withdrawn', async () => {
    const campaignId = await makeCampaign(app, sponsor, { name: 'Gone Fishing' })
    await invite(app, sponsor, influencer, campaignId)
    await sponsor.browser.get(`/campaigns/${campaignId}`)
    await sponsor.browser.send(`/campaigns/${campaignId}/deletion`, { method: 'POST' })
    expect((await app.db.execute(`select 1 from campaigns where id = ${campaignId}`)).rows).toEqual([])

    for (const person of [sponsor, influencer]) {
      const { document, text } = await person.browser.get(`/reports/${month}`)
      const cells = [...document.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent),
      )
      expect(cells).toContainEqual(['Gone Fishing', '1', '0', '0', '0', '1', '0', '0', '–'])
      expect(text).toContain('Gone Fishing')
      expect([...document.querySelectorAll('a')].map(({ textContent }) => textContent)).not.toContain(
        'Gone Fishing',
      )
    }
  })
})
