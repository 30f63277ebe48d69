import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyChain } from '../../../local/audit-verify.ts'
import { SEAL_SIZE, sealEvents } from '../../../src/features/audit/seal-events.ts'
import { HOUR, MINUTE } from '../../../src/shared/time.ts'
import { type AuditLog, NOW, startAuditLog, startSealedLog } from './audit-log.ts'

let log: AuditLog
beforeEach(async () => {
  log = await startAuditLog()
})
afterEach(() => log.close())

describe('sealing', () => {
  test('there is one seal an hour, over all audited events since the one before', async () => {
    await log.add({}, { audited: false }, {})
    expect(await log.sweep(NOW)).toBe(2)
    await log.add({}, {})
    expect(await log.sweep(NOW + 30 * MINUTE)).toBe(0)
    expect(await log.sweep(NOW + HOUR)).toBe(2)
    expect(await log.sweep(NOW + 2 * HOUR)).toBe(0)
    expect(await log.seals()).toEqual([
      [1, 1, 3, 2],
      [2, 4, 5, 2],
    ])
    expect((await verifyChain(log.db)).breaks).toEqual([])
  })

  test('an event for an hour that is sealed already is in the next seal', async () => {
    await log.add({ at: NOW })
    await log.sweep(NOW + HOUR)
    await log.add({ at: NOW - 5 * HOUR, note: 'a slow writer' }, { at: NOW + HOUR })
    await log.sweep(NOW + 2 * HOUR)
    expect(await log.seals()).toEqual([
      [1, 1, 1, 1],
      [2, 2, 3, 2],
    ])
    expect(await verifyChain(log.db)).toMatchObject({ breaks: [], events: 3, unsealed: 0 })
  })

  test('a clock that was wrong once does not stop it', async () => {
    await log.add({})
    await log.sweep(NOW + 1_000 * HOUR)
    await log.add({})
    expect(await log.sweep(NOW)).toBe(1)
    expect((await verifyChain(log.db)).breaks).toEqual([])
  })

  test('a busy hour is sealed in bounded chunks, also after a crash between two of them', async () => {
    const busy = Array.from({ length: 2 * SEAL_SIZE + 5 }, (_, at) => ({ note: String(at) }))
    await log.add(...busy)
    // The sweep dies after its first chunk. The next one is within the same hour.
    expect(await sealEvents(log.context(NOW), null)).toMatchObject({ handled: SEAL_SIZE, next: [0, 0] })
    expect(await log.sweep(NOW + 5 * MINUTE)).toBe(SEAL_SIZE + 5)
    expect((await log.seals()).map(([, , , count]) => count)).toEqual([SEAL_SIZE, SEAL_SIZE, 5])
    expect(await verifyChain(log.db)).toMatchObject({ breaks: [], events: busy.length })
  })

  test('two sweeps at once make one chain', async () => {
    await log.add(...Array.from({ length: SEAL_SIZE + 5 }, () => ({})))
    const sweeps = Array.from({ length: 4 }, () => log.sweep(NOW, log.anotherDb()))
    expect((await Promise.all(sweeps)).reduce((sum, sealed) => sum + sealed, 0)).toBe(SEAL_SIZE + 5)
    expect(await log.seals()).toHaveLength(2)
    expect((await verifyChain(log.db)).breaks).toEqual([])
  })

  test('events that are written while it runs are sealed once', async () => {
    const writing = Array.from({ length: 40 }, () => log.add({}, {}))
    const sealing = Array.from({ length: 10 }, (_, hour) => log.sweep(NOW + hour * HOUR, log.anotherDb()))
    await Promise.all([...writing, ...sealing])
    await log.sweep(NOW + 20 * HOUR)
    expect(await verifyChain(log.db)).toMatchObject({ breaks: [], events: 80, unsealed: 0 })
  })
})

describe('nobody can change', () => {
  const change = (sql: string) => log.client.execute(sql)

  test.each([
    "update events set note = 'x' where id = 1",
    'update events set audited = 0 where id = 1',
    'delete from events where id = 1',
    'delete from events',
    "insert or replace into events (id, subject, subject_id, kind, at, audited) values (1, 'user', 1, 'x', 1, 1)",
    "replace into events (id, subject, subject_id, kind, at, audited) values (1, 'user', 1, 'x', 1, 1)",
    "insert into events (id, subject, subject_id, kind, at) values (1, 'user', 1, 'x', 1) on conflict do update set note = 'x'",
  ])('an event: %s', async (sql) => {
    await log.add({ note: 'as it was' })
    await expect(change(sql)).rejects.toThrow(/an event is never/)
    const { rows } = await change('select note, audited from events')
    expect(rows.map(({ note, audited }) => [note, audited])).toEqual([['as it was', 1]])
  })

  test.each([
    'update audit_seals set count = 7',
    'delete from audit_seals where id = 3',
    `insert or replace into audit_seals select id, format, hour, 1, 1, 1, 1, previous_hash, hash, '' from audit_seals where id = 3`,
    `insert or replace into audit_seals select 9, format, hour, 1, 1, 1, 1, previous_hash, hash, '' from audit_seals where id = 3`,
  ])('a seal: %s', async (sql) => {
    const sealed = await startSealedLog()
    const before = await sealed.seals()
    await expect(sealed.client.execute(sql)).rejects.toThrow(/a seal is never/)
    expect(await sealed.seals()).toEqual(before)
    await sealed.close()
  })
})
