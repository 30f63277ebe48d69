import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { report, verifyChain } from '../../../local/audit-verify.ts'
import { HOUR } from '../../../src/shared/time.ts'
import { type AuditLog, NOW, startSealedLog } from './audit-log.ts'

let log: AuditLog
beforeEach(async () => {
  log = await startSealedLog()
})
afterEach(() => log.close())

const breaks = async (options = {}) => (await verifyChain(log.db, options)).breaks
const hashOf = async (id: number) => {
  const { rows } = await log.client.execute({ sql: 'select hash from audit_seals where id = ?', args: [id] })
  return String(rows[0]?.hash)
}

test('a chain that nobody touched is right', async () => {
  await log.add({})
  const verification = await verifyChain(log.db, { expect: await hashOf(2) })
  expect(verification).toMatchObject({ seals: 3, events: 8, unsealed: 1, breaks: [] })
  expect(report(verification)).toBe(
    `Checked 3 seals with 8 events. All is as it was sealed.
Seal 3 of 2026-11-27T12:05:00.000Z: ${await hashOf(3)}
1 event after the last seal will be sealed within the hour.`,
  )
})

describe('an event', () => {
  test.each([
    ['subject', "'campaign'"],
    ['subject_id', '2'],
    ['kind', "'approved'"],
    ['actor_id', '1'],
    ['from_state', "''"],
    ['to_state', "'active'"],
    ['note', 'null'],
    ['note', "'e '"],
    ['search_note', "'x'"],
    ['at', 'at - 1'],
    ['request_id', 'null'],
    ['campaign_id', '1'],
    ['sponsor_id', '1'],
    ['influencer_id', '1'],
  ])('with another %s (%s) is found', async (column, value) => {
    await log.tamper(
      "insert into users (id, username, email, display_name, password_hash, role, status, created_at) values (1, 'mara', 'm@x', 'x', 'x', 'admin', 'active', 1)",
      `update events set ${column} = ${value} where id = 5`,
    )
    expect(await breaks()).toEqual([{ kind: 'event_changed', seal: 2, event: 5 }])
  })

  test('that was removed is found, first, last or in the middle', async () => {
    await log.tamper('delete from events where id in (1, 6, 8)')
    expect(await breaks()).toEqual([
      { kind: 'event_removed', seal: 1, event: 1 },
      { kind: 'event_removed', seal: 2, event: 6 },
      { kind: 'event_removed', seal: 3, event: 8 },
    ])
  })

  test('that is not audited any more is found, and one that is now', async () => {
    await log.tamper('update events set audited = not audited where id in (3, 5)')
    expect(await breaks()).toEqual([
      { kind: 'event_added', seal: 1, event: 3 },
      { kind: 'event_removed', seal: 2, event: 5 },
    ])
  })

  test('that was added is found, also before all others', async () => {
    const row = (id: number) =>
      `insert into events (id, subject, subject_id, kind, at, audited) values (${id}, 'user', 1, 'approved', 1, 1)`
    await log.tamper('delete from events where id = 3', row(3), row(-7))
    expect(await breaks()).toEqual([
      { kind: 'event_added', seal: 1, event: -7 },
      { kind: 'event_added', seal: 1, event: 3 },
    ])
  })

  test('is found, also if there are more than a check wants to read', async () => {
    await log.tamper(
      `insert into events (id, subject, subject_id, kind, at, audited)
        select value, 'user', 1, 'approved', 1, 1 from generate_series(-5000, -1)`,
    )
    const found = await breaks()
    expect(found).toHaveLength(100)
    expect(found[0]).toEqual({ kind: 'event_added', seal: 1, event: -5_000 })
  })

  test('whose time and place were swapped with another one is found', async () => {
    await log.tamper(
      'update events set id = 100 where id = 5',
      'update events set id = 5 where id = 6',
      'update events set id = 6 where id = 100',
    )
    expect(await breaks()).toEqual([
      { kind: 'event_changed', seal: 2, event: 5 },
      { kind: 'event_changed', seal: 2, event: 6 },
    ])
  })
})

describe('a seal', () => {
  test.each([
    ['hour', 'hour + 1'],
    ['sealed_at', 'sealed_at + 1'],
    ['first_event_id', '6'],
    ['last_event_id', '5'],
    ['last_event_id', '7'],
    ['count', '3'],
    ['previous_hash', "printf('%064d', 0)"],
    ['hash', "printf('%064d', 1)"],
    ['event_digests', "'5:00000000 6:00000000'"],
    ['event_digests', "''"],
  ])('with another %s (%s) is found', async (column, value) => {
    await log.tamper(`update audit_seals set ${column} = ${value} where id = 2`)
    expect(await breaks()).toEqual([{ kind: 'seal_changed', seal: 2 }])
  })

  test('that was removed is found, with its events or without', async () => {
    await log.tamper('delete from audit_seals where id = 2')
    expect(await breaks()).toEqual([{ kind: 'seal_removed', seal: 2 }])
    await log.tamper('delete from events where id in (5, 6)')
    expect(await breaks()).toEqual([{ kind: 'seal_removed', seal: 2 }])
    await log.tamper('delete from audit_seals where id = 1')
    expect(await breaks()).toEqual([
      { kind: 'seal_removed', seal: 1 },
      { kind: 'seal_removed', seal: 2 },
    ])
  })

  test('that was replaced by one for other events is found by the next seal', async () => {
    const other = await startSealedLog()
    await other.tamper("update events set note = 'forged' where id = 2", 'delete from audit_seals')
    // The forger seals the same events as before, in the same way.
    await other.tamper('delete from events where id > 4')
    await other.sweep(NOW)
    const { rows } = await other.client.execute('select hash, event_digests from audit_seals where id = 1')
    await other.close()
    await log.tamper(
      "update events set note = 'forged' where id = 2",
      `update audit_seals set hash = '${rows[0]?.hash}', event_digests = '${rows[0]?.event_digests}' where id = 1`,
    )
    expect(await breaks()).toEqual([{ kind: 'seal_replaced', seal: 1 }])
  })
})

describe('the end', () => {
  test('that was cut off is found by a hash that was noted before', async () => {
    const noted = await hashOf(3)
    await log.tamper('delete from audit_seals where id = 3', 'delete from events where id > 6')
    expect(await breaks()).toEqual([])
    expect(await breaks({ expect: noted })).toEqual([{ kind: 'hash_missing', hash: noted }])
  })

  test('that was replaced is found in the same way', async () => {
    const noted = await hashOf(3)
    await log.tamper("update events set note = 'forged' where id = 8", 'delete from audit_seals where id = 3')
    await log.sweep(NOW + 3 * HOUR)
    expect(await breaks()).toEqual([])
    const verification = await verifyChain(log.db, { expect: noted })
    expect(report(verification)).toContain(`The hash ${noted} is not in the chain any more`)
  })
})

test('a check may start later, and then takes what is before as right', async () => {
  await log.tamper('delete from events where id = 1')
  expect(await verifyChain(log.db, { from: 2 })).toMatchObject({ seals: 2, breaks: [] })
  expect(await breaks({ from: 1 })).toHaveLength(1)
  await expect(verifyChain(log.db, { from: 9 })).rejects.toThrow('There is no seal 8 to start after.')
})
