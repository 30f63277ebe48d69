import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { verifyAuditLog } from '../../../src/features/audit/verification.ts'
import { HOUR, MINUTE } from '../../../src/shared/time.ts'
import { type AuditLog, NOW, startAuditLog } from './audit-log.ts'

let log: AuditLog
beforeAll(async () => {
  log = await startAuditLog()
  // 42 seals, so more than one chunk.
  await log.client.execute(`insert into events (subject, subject_id, kind, at, audited)
    select 'user', value, 'suspended', 1, 1 from generate_series(1, 84000)`)
  await log.sweep(NOW)
})
beforeEach(() => log.client.execute('delete from audit_checks'))
afterAll(() => log.close())

const chunk = (cursor: string | null, at = NOW) => verifyAuditLog(log.context(at), cursor)
const checks = async () => {
  const { rows } = await log.client.execute('select seal_id, events, breaks, finished_at from audit_checks')
  return rows.map((row) => ({ ...row }))
}
const right = { seal_id: 42, events: 84_000, breaks: '[]', finished_at: NOW }

async function runAll(first: string | null) {
  let cursor = first
  do cursor = (await chunk(cursor)).cursor
  while (cursor !== null)
}

test('a large log is checked in chunks', async () => {
  const { cursor, handled } = await chunk(null)
  expect(cursor).toBe('1.20')
  expect(handled).toBe(40_000)
  expect(await checks()).toMatchObject([{ seal_id: 20, finished_at: null }])
  await runAll(cursor)
  expect(await checks()).toEqual([right])
})

test('a chunk that is delivered twice, one after another or at once, counts once', async () => {
  const { cursor } = await chunk(null)
  const twice = await Promise.all([chunk(cursor), chunk(cursor)])
  const [next] = twice.flatMap((result) => result.cursor ?? [])
  expect(next).toBe('1.40')
  // The first delivery died before it queued the next chunk, so this one came again.
  await runAll(cursor)
  expect(await checks()).toEqual([right])
  expect(await chunk(cursor)).toMatchObject({ handled: 0, cursor: null })
})

test('the clock does not start a second check while one is running', async () => {
  await chunk(null)
  expect(await chunk(null, NOW + MINUTE)).toMatchObject({ handled: 0, cursor: null })
  expect(await checks()).toHaveLength(1)
  await chunk(null, NOW + HOUR)
  expect(await checks()).toHaveLength(2)
})

test('an unknown check is nothing to do', async () => {
  expect(await chunk('7.0')).toMatchObject({ handled: 0, cursor: null })
})

// The last one, because it changes the log.
test('breaks of all chunks are collected', async () => {
  const { cursor } = await chunk(null)
  await log.tamper(
    "update events set note = 'x' where id in (1, 50000)",
    'delete from events where id = 83999',
  )
  await runAll(cursor)
  // The first chunk was checked before.
  expect(JSON.parse(String((await checks())[0]?.breaks))).toEqual([
    { kind: 'event_changed', seal: 25, event: 50_000 },
    { kind: 'event_removed', seal: 42, event: 83_999 },
  ])
})
