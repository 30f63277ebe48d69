import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadDemo } from '../../../local/demo.ts'
import { startMail } from '../../../local/mail/server.ts'
import { parseEnv } from '../../../src/env.ts'
import { jobs } from '../../../src/features/jobs/jobs.ts'
import { runJob } from '../../../src/features/jobs/run-job.ts'
import { jobNames } from '../../../src/features/jobs/schedule.ts'
import { openDatabase } from '../../../src/platform/db/database.ts'
import { startDatabase } from '../../support/database.ts'
import { startRecorder } from '../../support/recorder.ts'
import { isSlow } from '../discovery/query-plan.ts'

const NOW = Date.parse('2026-11-27T20:00:00Z')
const DAY = 86_400_000

let database: Awaited<ReturnType<typeof startDatabase>>
let statements: readonly string[]

// Every job works for several moments of the demo, so that each has something to do.
beforeAll(async () => {
  const recorder = await startRecorder()
  database = await startDatabase()
  recorder.target = database.url
  const mail = await startMail()
  await loadDemo(database.url, { now: NOW })
  const env = parseEnv({
    PUBLIC_URL: 'https://parley.example',
    APP_SECRET: 'a secret of 32 characters or more',
    TURSO_DATABASE_URL: recorder.url,
    RESEND_API_KEY: 'secret',
    RESEND_API_URL: mail.url,
    GOOGLE_CHAT_API_URL: mail.url,
  })
  const db = openDatabase(env)
  for (const now of [NOW, NOW + DAY, NOW + 40 * DAY])
    for (const job of jobNames) await runJob(job, { db, env, now, clock: now }, null)
  // As a second chunk of each step.
  const places = { expireOffers: [1, 1], remindOfOffers: [1, 1], recordEnds: [1, 1] }
  await jobs.sweep({ db, env, now: NOW, clock: NOW }, JSON.stringify({ chunk: 1, places }))
  statements = [...recorder.statements].filter((sql) => /^\s*(select|with|insert|update|delete)\b/i.test(sql))
  db.client.close()
  await mail.close()
  await recorder.close()
})
afterAll(() => database.close())

/** Steps that look slow but are not. */
const allowed: readonly { readonly statement: RegExp; readonly step: RegExp; readonly why: string }[] = [
  {
    statement: /insert into "outbox"/,
    step: /^SCAN channel$/,
    why: 'the channels are a literal table of three rows',
  },
  {
    statement: /insert into "delivery_settings"/,
    step: /TEMP B-TREE FOR DISTINCT/,
    why: 'the people of one chunk of messages',
  },
  {
    statement: /"id" in \(select waiting\.id .* limit \?\)/s,
    step: /TEMP B-TREE FOR ORDER BY/,
    why: 'at most ten requests for each person of a chunk, which an index finds',
  },
  {
    statement: /json_each\(\?\) limit -1\) span/,
    step: /^SCAN (span|activity)$|TEMP B-TREE FOR GROUP BY/,
    why: 'the months of one chunk of readers, and counts of what an index finds in them',
  },
  {
    statement: /from "bulk_actions" where state = 'running'/,
    step: /TEMP B-TREE FOR ORDER BY/,
    why: 'the few that run now, which an index finds',
  },
  {
    statement: /from "events" first order by first\.id limit 1/,
    step: /^SCAN first$/,
    why: 'reads the first row in the order of the primary key',
  },
  {
    statement: /from "audit_seals" order by "audit_seals"."id" desc limit \?$/,
    step: /^SCAN audit_seals$/,
    why: 'reads the last row in the order of the primary key',
  },
  {
    statement:
      /from "audit_checks" where finished_at is not null( and breaks = '\[\]')? order by "audit_checks"."id" desc limit \?$/,
    step: /^SCAN audit_checks USING INDEX audit_checks_(finished|right)$/,
    why: 'reads the last row of an index that has only rows like it',
  },
  {
    statement: /json_each\(\?\) limit -1\) span/,
    step: /^SCAN outbox USING INDEX outbox_undelivered$/,
    why: 'only what was given up, once a month for the admins',
  },
]

it('no statement of a job scans a table or sorts', async () => {
  expect(statements.length).toBeGreaterThan(20)
  const slow = []
  for (const sql of statements) {
    const steps = (await planOf(sql)).filter(isSlow).filter((step) => !isAllowed(sql, step))
    if (steps.length > 0) slow.push({ sql, steps })
  }
  expect(slow).toEqual([])
})

it('every exception is still needed', async () => {
  const unused = new Set(allowed)
  for (const sql of statements)
    for (const step of await planOf(sql))
      for (const exception of allowed)
        if (exception.statement.test(sql) && exception.step.test(step)) unused.delete(exception)
  expect([...unused]).toEqual([])
})

async function planOf(sql: string): Promise<string[]> {
  const args = Array.from({ length: sql.split('?').length - 1 }, () => 1)
  const { rows } = await database.db.client.execute({ sql: `explain query plan ${sql}`, args })
  return rows.map(({ detail }) => String(detail))
}

function isAllowed(sql: string, step: string): boolean {
  return allowed.some((exception) => exception.statement.test(sql) && exception.step.test(step))
}
