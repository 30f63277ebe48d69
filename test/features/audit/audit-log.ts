import { createClient } from '@libsql/client/http'
import { type Env, parseEnv } from '../../../src/env.ts'
import { sealEvents } from '../../../src/features/audit/seal-events.ts'
import { openDatabase } from '../../../src/platform/db/database.ts'
import { HOUR } from '../../../src/shared/time.ts'
import { startDatabase } from '../../support/database.ts'

export const NOW = Date.UTC(2026, 10, 27, 10, 5)

export interface NewEvent {
  readonly at?: number
  readonly note?: string | null
  readonly audited?: boolean
  readonly kind?: string
  readonly subjectId?: number
}

export type AuditLog = Awaited<ReturnType<typeof startAuditLog>>

/** A database with an audit log, without a Worker. */
export async function startAuditLog() {
  const { db, url, close } = await startDatabase()
  const client = createClient({ url })
  const env: Env = parseEnv({ PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: url })
  const context = (clock: number, own = db) => ({ db: own, env, now: clock, clock })
  return {
    db,
    client,
    url,
    context,
    /** Another connection, as another Worker would have. */
    anotherDb: () => openDatabase({ TURSO_DATABASE_URL: url }),
    async add(...added: readonly NewEvent[]) {
      const row = ({
        at = NOW,
        note = null,
        audited = true,
        kind = 'suspended',
        subjectId = 1,
      }: NewEvent) => ({
        sql: `insert into events (subject, subject_id, kind, note, at, audited, request_id)
          values ('user', ?, ?, ?, ?, ?, 'request')`,
        args: [subjectId, kind, note, at, audited ? 1 : 0],
      })
      await client.batch(added.map(row), 'write')
    },
    /** One sweep, with as many chunks as it needs. Returns how many events it sealed. */
    async sweep(clock: number, own = db) {
      let handled = 0
      for (let more = true; more; ) {
        const result = await sealEvents(context(clock, own), null)
        handled += result.handled
        more = result.next !== null
      }
      return handled
    },
    async seals() {
      const { rows } = await client.execute(
        'select id, first_event_id as first, last_event_id as last, count from audit_seals order by id',
      )
      return rows.map(({ id, first, last, count }) => [id, first, last, count].map(Number))
    },
    /** Changes the database as somebody with full access to it could. */
    async tamper(...statements: readonly string[]) {
      const { rows } = await client.execute(
        "select name, sql from sqlite_master where type = 'trigger' and (tbl_name in ('events', 'audit_seals'))",
      )
      const drops = rows.map(({ name }) => `drop trigger ${String(name)}`)
      await client.batch([...drops, ...statements, ...rows.map(({ sql }) => String(sql))], 'write')
    },
    async close() {
      client.close()
      await close()
    },
  }
}

/** A log with three seals, of 3, 2 and 3 audited events. Event 3 is not audited. */
export async function startSealedLog(): Promise<AuditLog> {
  const log = await startAuditLog()
  await log.add({ note: 'a' }, { note: 'b' }, { audited: false }, { note: 'd' })
  await log.sweep(NOW)
  await log.add({ note: 'e' }, { note: 'f' })
  await log.sweep(NOW + HOUR)
  await log.add({ note: 'g' }, { note: 'h' }, { note: 'i' })
  await log.sweep(NOW + 2 * HOUR)
  return log
}
