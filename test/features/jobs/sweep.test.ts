import { Client } from '@upstash/qstash'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type QStashStandIn, startQStash } from '../../../local/qstash/server.ts'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, type Person } from '../../support/people.ts'
import { localClockVars, postJob, runJobAt } from './signed-post.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let app: App
let qstash: QStashStandIn
let sponsor: Person
let influencer: Person
beforeAll(async () => {
  qstash = await startQStash({ timer: false })
  app = await startApp({ ...localClockVars, QSTASH_URL: qstash.url, QSTASH_TOKEN: qstash.token })
  sponsor = await makePerson(app, 'sponsor')
  influencer = await makePerson(app, 'influencer')
})
afterAll(async () => {
  await app.close()
  await qstash.close()
})

beforeEach(async () => {
  await app.db.batch([
    'delete from notifications',
    'delete from outbox',
    "delete from ad_requests where state = 'pending'",
  ])
})

/** Runs the sweep as if it were `at`. Returns what it reports. */
const sweep = (at: number) => runJobAt(app.url, '/jobs/sweep', at)

async function query(sql: string) {
  return (await app.db.execute(sql)).rows
}

/** The people who were told, and what about. */
async function told() {
  return query(`select users.username, notifications.kind from notifications
    join users on users.id = user_id where kind like 'offer_%' or kind like 'campaign_%' order by notifications.id`)
}

async function invitation() {
  const campaignId = await makeCampaign(app, sponsor)
  const id = await invite(app, sponsor, influencer, campaignId)
  const [offer] = await query(`select made_at, expires_at from offers where ad_request_id = ${id}`)
  const [madeAt, expiresAt] = [Number(offer?.made_at), Number(offer?.expires_at)]
  await app.db.batch(['delete from notifications', 'delete from outbox'])
  return { id, campaignId, madeAt, expiresAt, part: (share: number) => madeAt + (expiresAt - madeAt) * share }
}

describe('an offer', () => {
  it('is written down as expired, once, and both sides are told', async () => {
    const { id, campaignId, expiresAt } = await invitation()
    await sweep(expiresAt - 1)
    expect(await query(`select state from ad_requests where id = ${id}`)).toMatchObject([
      { state: 'pending' },
    ])

    await Promise.all(Array.from({ length: 5 }, () => sweep(expiresAt)))
    await sweep(expiresAt + DAY)
    expect(await query(`select state, closes_at from ad_requests where id = ${id}`)).toMatchObject([
      { state: 'expired', closes_at: expiresAt },
    ])
    expect(
      await query(`select actor_id, at from events where subject_id = ${id} and kind = 'expired'`),
    ).toEqual([{ actor_id: null, at: expiresAt }])
    expect((await told()).filter(({ kind }) => kind === 'offer_expired')).toMatchObject([
      { username: sponsor.username },
      { username: influencer.username },
    ])
    const messages =
      await query(`select title, campaigns.name, users.display_name as influencer, company_name as sponsor
      from outbox join campaigns join sponsors on sponsors.user_id = ${sponsor.id} join users on users.id = ${influencer.id}
      where outbox.kind = 'offer_expired' and campaigns.id = ${campaignId} order by outbox.id`)
    expect(messages.map(({ title }) => title)).toEqual(
      [messages[0]?.influencer, messages[0]?.sponsor].map(
        (other) => `The offer for ${messages[0]?.name} with ${other} expired without an answer`,
      ),
    )
  })

  it('is not touched if it was answered before the sweep came', async () => {
    const { id, expiresAt } = await invitation()
    await influencer.browser.get(`/ad-requests/${id}`)
    await influencer.browser.click('Reject')
    await influencer.browser.submit('Reject', { reason: 'other', comment: 'Too long a wait.' })
    await app.db.batch(['delete from notifications'])
    await sweep(expiresAt)
    expect(await query(`select state from ad_requests where id = ${id}`)).toMatchObject([
      { state: 'rejected' },
    ])
    expect(await told()).toEqual([])
  })

  it('reminds the side whose turn it is after half of its time, and after 80%', async () => {
    const { part } = await invitation()
    await sweep(part(0.5) - 1)
    expect(await told()).toEqual([])

    await Promise.all(Array.from({ length: 5 }, () => sweep(part(0.5))))
    expect(await told()).toEqual([{ username: influencer.username, kind: 'offer_half_time' }])

    await sweep(part(0.8))
    await sweep(part(0.9))
    expect((await told()).map(({ kind }) => kind)).toEqual(['offer_half_time', 'offer_almost_expired'])
    expect(await query(`select kind from outbox order by id`)).toHaveLength(2)
  })

  it('sends one reminder if the first sweep comes late', async () => {
    const { part } = await invitation()
    await sweep(part(0.95))
    await sweep(part(0.96))
    expect(await told()).toEqual([{ username: influencer.username, kind: 'offer_almost_expired' }])
  })

  it('sends no reminder once it has expired', async () => {
    const { expiresAt } = await invitation()
    await sweep(expiresAt + DAY)
    expect((await told()).map(({ kind }) => kind)).toEqual(['offer_expired', 'offer_expired'])
  })

  it('does not remind again after the clock went back', async () => {
    const { part } = await invitation()
    await sweep(part(0.5))
    await sweep(part(0.4))
    await sweep(part(0.5))
    expect(await told()).toHaveLength(1)
  })
})

describe('a campaign', () => {
  it('is recorded as ended once, and its sponsor is told', async () => {
    const id = await makeCampaign(app, sponsor)
    const [row] = await query(`select ends_at from campaigns where id = ${id}`)
    const endsAt = Number(row?.ends_at)
    await sweep(endsAt)
    await sweep(endsAt + HOUR)
    expect(
      await query(
        `select at from events where subject = 'campaign' and subject_id = ${id} and kind = 'ended'`,
      ),
    ).toEqual([{ at: endsAt }])
    expect(
      await query(
        `select user_id from notifications where kind = 'campaign_ended' and path = '/campaigns/${id}'`,
      ),
    ).toEqual([{ user_id: sponsor.id }])
  })

  it('ends again after its sponsor chose a later end', async () => {
    const id = await makeCampaign(app, sponsor)
    const [row] = await query(`select ends_at from campaigns where id = ${id}`)
    const endsAt = Number(row?.ends_at)
    await sweep(endsAt)
    await app.db.execute(`update campaigns set ends_at = ends_at + ${7 * DAY} where id = ${id}`)
    await sweep(endsAt + HOUR)
    await sweep(endsAt + 7 * DAY)
    expect(
      await query(`select at from events where subject_id = ${id} and kind = 'ended' order by id`),
    ).toEqual([{ at: endsAt }, { at: endsAt + 7 * DAY }])
  })
})

describe('what has expired', () => {
  it('is removed: sessions, counters and old runs', async () => {
    const now = Date.now()
    await app.db.batch([
      `insert into sessions (id, user_id, created_at, expires_at) values ('old', ${sponsor.id}, 0, ${now - 1})`,
      `insert into attempts (key, attempts, last_at) values ('old', 3, ${now - HOUR}), ('new', 3, ${now})`,
      `insert into job_runs (job, at, started_at) values ('sweep', 0, ${now - 31 * DAY})`,
    ])
    await sweep(now)
    expect(await query("select id from sessions where id = 'old'")).toEqual([])
    expect(await query('select key from attempts')).toEqual([{ key: 'new' }])
    expect(await query(`select 1 from job_runs where started_at < ${now - DAY}`)).toEqual([])
    expect((await sponsor.browser.get('/home')).status).toBe(200)
  })

  it('goes on, chunk by chunk, until all of it is removed', async () => {
    const now = Date.now()
    await app.db.execute(`insert into used_forms (key, content, used_at)
      with recursive form(i) as (select 1 union all select i + 1 from form where i < 3500)
      select 'form ' || i, 'x', 0 from form`)
    const chunks = await chunksOf('/jobs/sweep', now)
    expect(await query('select key from used_forms where used_at = 0')).toEqual([])
    // QStash delivers the same message once, so each chunk needs one of its own.
    expect(chunks.length).toBeGreaterThan(3)
    expect(new Set(chunks).size).toBe(chunks.length)
  })
})

/** Runs a job to its end, with a message for each chunk. Returns where the chunks began. */
async function chunksOf(path: string, at: number): Promise<string[]> {
  const cursors: string[] = []
  let cursor = z.object({ cursor: z.string().nullable() }).parse(await runJobAt(app.url, path, at)).cursor
  while (cursor !== null) {
    cursors.push(cursor)
    const body = JSON.stringify({ at, cursor })
    const response = await postJob(app.url, path, { body, url: `${localClockVars.PUBLIC_URL}${path}` })
    cursor = z.object({ cursor: z.string().nullable() }).parse(await response.json()).cursor
  }
  return cursors
}

describe('monthly reports that were missed', () => {
  const queued = async () => {
    const { logs } = await new Client({ baseUrl: qstash.url, token: qstash.token }).logs()
    return logs.filter(({ url }) => url.endsWith('/jobs/monthly-reports')).length
  }

  it('are started once somebody is two hours late, but not while they are running', async () => {
    const now = Date.now()
    await app.db.execute(`update users set next_report_at = ${now - HOUR}`)
    const before = await queued()
    await sweep(now)
    expect(await queued()).toBe(before)

    await sweep(now + HOUR)
    expect(await queued()).toBe(before + 1)

    await app.db.execute(
      `insert into job_runs (job, at, started_at) values ('monthly-reports', ${now}, ${now + 2 * HOUR - 60_000})`,
    )
    await sweep(now + 2 * HOUR)
    expect(await queued()).toBe(before + 1)
  })
})
