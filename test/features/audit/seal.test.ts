import { createHash } from 'node:crypto'
import { getTableColumns } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifyChain } from '../../../local/audit-verify.ts'
import { events } from '../../../src/features/activity/schema.ts'
import { type EventRow, FORMAT, formats, GENESIS, sealOf } from '../../../src/features/audit/seal.ts'
import { HOUR } from '../../../src/shared/time.ts'
import { type AuditLog, type NewEvent, NOW, startAuditLog, startSealedLog } from './audit-log.ts'

const head = { format: FORMAT, id: 1, hour: 0, sealedAt: 1, previousHash: GENESIS }

test('a seal covers every column of an event', () => {
  const columns = Object.keys(getTableColumns(events))
  const advice = 'add a new format to src/features/audit/seal.ts with all columns, and make it FORMAT'
  expect(formats[FORMAT]?.toSorted(), advice).toEqual(columns.toSorted())
})

test('two different histories never have the same hash, however their texts are cut', () => {
  const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 8 }))
  const row = fc.record({ id: fc.nat(99), note: text, fromState: text, toState: text, at: fc.nat() })
  const history = fc.array(row, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(history, history, (one, other) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(other))
      expect(sealOf(head, one.map(asRow)).hash).not.toBe(sealOf(head, other.map(asRow)).hash)
    }),
  )
})

test('somebody else can check the chain with what docs/decisions/0018-audit-log.md says', async () => {
  const log = await startSealedLog()
  await log.add({ note: 'Grüße, 日本語 🎉\n, "quoted"' }, { note: '' }, { note: null })
  await log.sweep(NOW + 5 * HOUR)
  expect(await hashesByTheBook(log)).toEqual(
    (await log.client.execute('select hash from audit_seals order by id')).rows.map(({ hash }) => hash),
  )
  await log.close()
})

test('any history is right as long as nobody changes it, and any change is found where it was made', async () => {
  const event = fc.record({
    at: fc.integer({ min: 0, max: NOW * 2 }),
    note: fc.option(fc.string({ unit: 'grapheme' })),
    audited: fc.boolean(),
  })
  const step = fc.record({ added: fc.array(event, { maxLength: 6 }), hours: fc.integer({ min: -1, max: 2 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(), async (steps, pick) => {
      const log = await startAuditLog()
      let clock = NOW
      const all: NewEvent[] = []
      for (const { added, hours } of steps) {
        await log.add(...added)
        all.push(...added)
        clock += hours * HOUR
        await Promise.all([log.sweep(clock), log.sweep(clock, log.anotherDb())])
      }
      await log.sweep(clock + 100 * HOUR)
      const audited = all.flatMap(({ audited: is }, at) => (is ? [at + 1] : []))
      expect(await verifyChain(log.db)).toMatchObject({ breaks: [], events: audited.length, unsealed: 0 })

      const victim = audited[pick % Math.max(1, audited.length)]
      if (victim !== undefined) {
        await log.tamper(`update events set subject_id = subject_id + 1 where id = ${victim}`)
        const { breaks } = await verifyChain(log.db)
        expect(breaks).toMatchObject([{ kind: 'event_changed', event: victim }])
      }
      await log.close()
    }),
    { numRuns: 25 },
  )
})

function asRow(values: Partial<EventRow>): EventRow {
  const empty = { subject: 'user', subjectId: 1, kind: 'approved', audited: true } as const
  const nothing = Object.fromEntries((formats[FORMAT] ?? []).map((column) => [column, null]))
  return { ...nothing, ...empty, ...values } as EventRow
}

// Reads the tables as another program would, and shares no code with Parley.
async function hashesByTheBook({ client }: AuditLog): Promise<string[]> {
  const netstring = (value: unknown) => {
    if (value === null) return '-,'
    return `${Buffer.from(String(value), 'utf8').length}:${value},`
  }
  const line = (row: object, names: string) => {
    const values = names.split(' ').map((name) => netstring(Reflect.get(row, name)))
    return `${values.join('')}\n`
  }
  const seals = await client.execute('select * from audit_seals order by id')
  let previous = '0'.repeat(64)
  let after = -(2 ** 53)
  const hashes = []
  for (const seal of seals.rows) {
    const rows = await client.execute({
      sql: 'select * from events where audited and id > ? and id <= ? order by id',
      args: [after, Number(seal.last_event_id)],
    })
    const text = line(
      { ...seal, previous_hash: previous },
      'format id hour first_event_id last_event_id count sealed_at previous_hash',
    )
    const names =
      'id subject subject_id kind actor_id from_state to_state note search_note at audited request_id campaign_id sponsor_id influencer_id'
    const hash = createHash('sha256').update(text)
    for (const row of rows.rows) hash.update(line({ ...row }, names))
    previous = hash.digest('hex')
    after = Number(seal.last_event_id)
    hashes.push(previous)
  }
  return hashes
}
