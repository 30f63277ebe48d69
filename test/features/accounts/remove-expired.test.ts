import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseEnv } from '../../../src/env.ts'
import { RESET_AFTER } from '../../../src/features/accounts/rate-limit.ts'
import { removeExpired } from '../../../src/features/accounts/remove-expired.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { CHUNK } from '../../../src/platform/queue/job.ts'
import { startDatabase } from '../../support/database.ts'

const NOW = 1_000_000_000_000
const OLD = NOW - RESET_AFTER

let db: Database
let close: () => Promise<void>

beforeAll(async () => {
  ;({ db, close } = await startDatabase())
})
afterAll(() => close())

test('counters that would start over are removed, a limited number at a time, and the others stay', async () => {
  await db.client.execute({
    sql: `insert into attempts (key, attempts, last_at) select 'old ' || value, 5, ? from generate_series(1, 1500)
      union all select 'new', 5, ?`,
    args: [OLD, OLD + 1],
  })
  const env = parseEnv({ PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: 'http://localhost' })
  const context = { db, env, now: NOW, clock: NOW }
  // The sweep calls it again while it removes this many.
  expect(await removeExpired(context)).toBeGreaterThanOrEqual(CHUNK)
  expect(await count()).toBe(501)
  await removeExpired(context)
  expect(await count()).toBe(1)
  expect(await removeExpired(context)).toBe(0)
})

async function count(): Promise<number> {
  const { rows } = await db.client.execute('select count(*) as count from attempts')
  return Number(rows[0]?.count)
}
