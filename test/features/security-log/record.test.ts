import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MAX_ROWS_PER_HOUR, recordSecurityEvent } from '../../../src/features/security-log/commands.ts'
import { KEPT_FOR, removeOldSecurityEvents } from '../../../src/features/security-log/remove-old.ts'
import { type Database, openDatabase } from '../../../src/platform/db/database.ts'
import { write } from '../../../src/platform/db/write.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { HOUR } from '../../../src/shared/time.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson } from '../../support/people.ts'

let app: App
let db: Database
beforeAll(async () => {
  app = await startApp()
  db = openDatabase({ TURSO_DATABASE_URL: app.libsql.url }, { timeout: 60_000 })
})
afterAll(() => app.close())

const origin = { device: 'Firefox on Windows', place: 'Lisbon, Portugal', network: '203.0.113.0/24' }
const at = 1_000 * HOUR

async function newPerson(): Promise<UserId> {
  return (await makePerson(app, 'influencer')).id as UserId
}

async function rowsOf(userId: UserId) {
  const { rows } = await app.db.execute({
    sql: 'select kind, network, device, place, count, first_at, at from security_events where user_id = ? order by id',
    args: [userId],
  })
  return rows
}

test('the same thing from the same place within an hour is one row with a count', async () => {
  const userId = await newPerson()
  const record = (minutes: number) =>
    write(db, [recordSecurityEvent({ userId, kind: 'sign_in_failed', origin, at: at + minutes * 60_000 })])
  await Promise.all([record(1), record(5), record(3)])
  expect(await rowsOf(userId)).toMatchObject([{ ...origin, count: 3, at: at + 5 * 60_000 }])
  await record(61)
  expect(await rowsOf(userId)).toHaveLength(2)
})

test('attempts from many networks cannot fill the table', async () => {
  const userId = await newPerson()
  for (let n = 0; n < 30; n++) {
    const network = `203.0.${n}.0/24`
    await write(db, [
      recordSecurityEvent({ userId, kind: 'sign_in_failed', origin: { ...origin, network }, at }),
    ])
  }
  // A network that has its row is still counted in it.
  await write(db, [
    recordSecurityEvent({
      userId,
      kind: 'sign_in_failed',
      origin: { ...origin, network: '203.0.3.0/24' },
      at,
    }),
  ])
  const rows = await rowsOf(userId)
  expect(rows).toHaveLength(MAX_ROWS_PER_HOUR + 1)
  expect(rows.at(-1)).toMatchObject({
    network: 'several',
    device: '',
    place: '',
    count: 30 - MAX_ROWS_PER_HOUR,
  })
  expect(rows[3]).toMatchObject({ network: '203.0.3.0/24', count: 2 })
})

test('attempts at no account are not recorded', async () => {
  const count = async () => (await app.db.execute('select count(*) n from security_events')).rows[0]?.n
  const before = await count()
  await write(db, [
    recordSecurityEvent({ userId: null, kind: 'sign_in_failed', origin, at }),
    recordSecurityEvent({
      userId: sql`(select id from users where email = 'nobody@example.com')`,
      kind: 'reset_requested',
      origin,
      at,
    }),
  ])
  expect(await count()).toBe(before)
})

test('the sweep removes what is older than 90 days', async () => {
  const userId = await newPerson()
  const now = at + KEPT_FOR + 2 * HOUR
  await write(db, [
    recordSecurityEvent({ userId, kind: 'signed_in', origin, at }),
    recordSecurityEvent({ userId, kind: 'signed_in', origin, at: now - KEPT_FOR + HOUR }),
  ])
  await removeOldSecurityEvents({ db, now } as Parameters<typeof removeOldSecurityEvents>[0])
  expect(await rowsOf(userId)).toHaveLength(1)
})
