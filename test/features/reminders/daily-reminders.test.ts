import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { localClockVars, runJobAt } from '../jobs/signed-post.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** 5 PM tomorrow, in UTC. An offer that is made now is open then, and a day later too. */
const EVENING = Math.floor(Date.now() / DAY) * DAY + DAY + 17 * HOUR

let app: App
beforeAll(async () => {
  app = await startApp(localClockVars)
})
afterAll(() => app.close())

let sponsor: Person
let influencer: Person
beforeEach(async () => {
  await app.db.batch(['delete from outbox', 'update users set next_reminder_at = 9e15'])
  sponsor = await makePerson(app, 'sponsor')
  influencer = await makePerson(app, 'influencer')
  await planFor(EVENING)
})

const planFor = (at: number, id?: number) =>
  app.db.execute(
    `update users set next_reminder_at = ${at} where id in (${id ?? `${sponsor.id}, ${influencer.id}`})`,
  )

const remind = (at: number) => runJobAt(app.url, '/jobs/daily-reminders', at)

async function reminders() {
  const { rows } = await app.db.execute(
    "select user_id, period, title, path from outbox where kind = 'daily_reminder' order by id",
  )
  return rows
}

async function invitation() {
  return invite(app, sponsor, influencer, await makeCampaign(app, sponsor))
}

describe('the daily reminder', () => {
  it('goes once to the side whose answer is awaited, however often the job runs', async () => {
    const id = await invitation()
    await remind(EVENING - 1)
    expect(await reminders()).toEqual([])

    await Promise.all(Array.from({ length: 5 }, () => remind(EVENING)))
    await remind(EVENING + HOUR)
    const day = new Date(EVENING).toISOString().slice(0, 10)
    expect(await reminders()).toEqual([
      {
        user_id: influencer.id,
        period: day,
        title: '1 offer is waiting for your answer',
        path: `/ad-requests/${id}`,
      },
    ])
  })

  it('goes to the sponsor when the influencer has made a counteroffer', async () => {
    const id = await invitation()
    await influencer.browser.get(`/ad-requests/${id}`)
    await influencer.browser.click('Counter')
    await influencer.browser.submit('Send counteroffer', { payment_amount: '1500.00' })
    await remind(EVENING)
    expect(await reminders()).toMatchObject([{ user_id: sponsor.id }])
  })

  it('comes again on the next evening, as long as the offer waits', async () => {
    await invitation()
    await remind(EVENING)
    await remind(EVENING + DAY)
    expect(await reminders()).toHaveLength(2)
  })

  it('comes once if the job is a day late', async () => {
    await invitation()
    await remind(EVENING + DAY - 60_000)
    await remind(EVENING + DAY)
    expect(await reminders()).toHaveLength(1)
  })

  it('comes once if the clock goes back', async () => {
    await invitation()
    await remind(EVENING)
    await planFor(EVENING)
    await remind(EVENING)
    expect(await reminders()).toHaveLength(1)
  })

  it('is not sent if there is nothing to say, or to somebody who is suspended', async () => {
    await remind(EVENING)
    await invitation()
    await app.db.execute(`update users set status = 'suspended' where id = ${influencer.id}`)
    await planFor(EVENING)
    await remind(EVENING)
    expect(await reminders()).toEqual([])
  })

  it('is at 5 PM where the person is, also after they have moved', async () => {
    await invitation()
    await influencer.browser.get('/settings/account')
    await influencer.browser.submit('Save', { time_zone: 'Asia/Kolkata' })
    const { rows } = await app.db.execute(
      `select next_reminder_at as planned from users where id = ${influencer.id}`,
    )
    expect(rows).toEqual([{ planned: 0 }])

    const indian = EVENING - 5.5 * HOUR
    await remind(indian - HOUR)
    expect(await reminders()).toEqual([])
    await remind(indian)
    expect(await reminders()).toMatchObject([{ user_id: influencer.id }])
  })

  it('reads the plan of its people in the order of an index', async () => {
    const { rows } = await app.db.execute(
      'explain query plan select id from users where next_reminder_at <= 1 order by next_reminder_at, id limit 200',
    )
    expect(rows.map(({ detail }) => detail)).toEqual([expect.stringContaining('users_by_next_reminder')])
  })
})
