import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEnv } from '../../../src/env.ts'
import { sweep } from '../../../src/features/jobs/sweep.ts'
import { sendReminders } from '../../../src/features/reminders/send-reminders.ts'
import { sendReports } from '../../../src/features/reports/monthly/send-reports.ts'
import { CHUNK, type Job, type JobContext } from '../../../src/platform/queue/job.ts'
import { startDatabase } from '../../support/database.ts'

const YEAR = 365 * 86_400_000

let fixture: Awaited<ReturnType<typeof startDatabase>>
let context: JobContext
beforeAll(async () => {
  fixture = await startDatabase()
  const { db } = fixture
  await db.client.batch([
    `insert into users (id, username, email, display_name, password_hash, role, status, created_at, next_reminder_at)
      values (1, 'nora', 'nora@example.com', 'Nora', '', 'sponsor', 'active', 0, 9e15),
        (2, 'mara', 'mara@example.com', 'Mara', '', 'influencer', 'active', 0, 9e15)`,
  ])
  const env = parseEnv({
    PUBLIC_URL: 'https://parley.example',
    APP_SECRET: 'a secret of 32 characters or more',
    TURSO_DATABASE_URL: 'http://localhost',
  })
  context = { db, env, now: YEAR, clock: YEAR }
})
afterAll(() => fixture.close())

/** All chunks of a run. */
async function runAll(job: Job, at: JobContext) {
  const results = []
  let cursor: string | null = null
  do {
    const result = await job(at, cursor)
    results.push(result)
    cursor = result.cursor
    expect(results.length, 'chunks').toBeLessThan(20)
  } while (cursor !== null)
  return {
    handled: results.reduce((sum, { handled }) => sum + handled, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    error: results.find(({ error }) => error)?.error ?? null,
  }
}

/** Broken rows before, among and after good ones: more than two chunks in all. */
const ROWS = 2 * CHUNK + 30
const isBroken = (id: number | string) => `${id} <= ${CHUNK + 10} or ${id} in (90, ${ROWS})`
const BROKEN = CHUNK + 12

const insertMany = (insert: string) => `with recursive number (id) as
  (select 1 union all select id + 1 from number where id < ${ROWS}) ${insert} from number`

describe('a sweep goes on with the others, and ends', () => {
  it.each([
    {
      name: 'campaigns that cannot be recorded as ended',
      setUp: [],
      table: 'campaigns',
      isDone: 'recorded_end_at is not null',
    },
    {
      name: 'offers that cannot expire',
      setUp: [`update ad_requests set closes_at = ${YEAR - 1}`],
      table: 'ad_requests',
      isDone: "state = 'expired'",
    },
    {
      name: 'offers that cannot be reminded of',
      setUp: [`update ad_requests set remind_at = ${YEAR - 1}`],
      table: 'ad_requests',
      isDone: `remind_at is not ${YEAR - 1}`,
    },
  ])('$name', async ({ setUp, table, isDone }) => {
    const { client } = fixture.db
    await client.batch([
      'delete from campaigns',
      insertMany(`insert into campaigns (id, sponsor_id, name, platforms, wanted_deliverables, usage_channels, state, start_date, end_date, ends_at, created_at)
        select id, 1, 'Campaign ' || id, '[]', '[]', '[]', 'active', '1970-01-01', '1970-02-01', ${YEAR - 1}, 0`),
      ...(table === 'campaigns'
        ? []
        : [
            `update campaigns set ends_at = ${3 * YEAR}`,
            insertMany(`insert into ad_requests (id, campaign_id, sponsor_id, influencer_id, origin, turn, payment_amount, closes_at, created_at)
              select id, id, 1, 2, 'invitation', 'influencer', 100, ${2 * YEAR}, 0`),
            insertMany(`insert into offers (ad_request_id, number, made_by, payment_amount, deliverables, usage_channels, usage_months, made_at, expires_at)
              select id, 1, 'sponsor', 100, '[]', '[]', 1, 0, ${2 * YEAR}`),
          ]),
      ...setUp,
      `create trigger broken before update on ${table} when ${isBroken('old.id')} begin select raise(abort, 'a broken row'); end`,
    ])
    const run = await runAll(sweep, context)
    expect(run).toMatchObject({ handled: ROWS - BROKEN, failed: BROKEN })
    expect(run.error).toContain('a broken row')

    const { rows } = await client.execute(`select id from ${table} where (${isDone}) = (${isBroken('id')})`)
    expect(rows).toEqual([])
    expect(await runAll(sweep, context)).toMatchObject({ handled: 0, failed: BROKEN })
    await client.execute('drop trigger broken')
  })
})

it.each([
  { name: 'the daily reminder', job: sendReminders, plan: 'next_reminder_at' },
  { name: 'the monthly report', job: sendReports, plan: 'next_report_at' },
])('$name goes to the others, and does not try a broken person forever', async ({ job, plan }) => {
  const { client } = fixture.db
  await client.batch([
    `update users set ${plan} = 0, time_zone = 'Nowhere/Land' where id = 2`,
    `update users set ${plan} = ${YEAR} where id = 1`,
  ])
  expect(await runAll(job, context)).toMatchObject({
    failed: 1,
    error: expect.stringContaining('Nowhere/Land'),
  })
  expect(await runAll(job, context)).toEqual({ handled: 0, failed: 0, error: null })
  const { rows } = await client.execute(`select ${plan} > ${YEAR} as is_later from users`)
  expect(rows).toEqual([{ is_later: 1 }, { is_later: 1 }])
})

it('expired exports are removed, but for those that cannot be, and the sweep ends', async () => {
  const { client } = fixture.db
  const isStuck = (id: number) => id <= 3
  await client.batch(
    Array.from({ length: 2 * CHUNK }, (_, index) => ({
      sql: `insert into exports (id, user_id, kind, filters, state, parts, created_at, expires_at)
        values (?, 1, 'campaigns', '{}', 'failed', 1, 0, ?)`,
      args: [index + 1, index + 1],
    })),
  )
  const FILES = {
    put: () => null,
    async delete(keys: readonly string[]) {
      if (keys.some((key) => isStuck(Number(/\d+/.exec(key)?.[0])))) throw new Error('R2 is tired')
    },
  }
  const env = parseEnv({ ...context.env, FILES })
  const run = await runAll(sweep, { ...context, env })
  expect(run.error).toContain('R2 is tired')
  const { rows } = await client.execute('select id from exports order by id')
  expect(rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
})
