import type { Client } from '@libsql/client/http'
import { and, asc, desc, gt, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql/http'
import { events } from '../../src/features/activity/schema.ts'
import { auditSeals } from '../../src/features/audit/schema.ts'
import { FORMAT, GENESIS, type Seal, sealOf } from '../../src/features/audit/seal.ts'
import { HOUR } from '../../src/shared/time.ts'
import { BulkInsert } from './bulk-insert.ts'

/** In events: about what admins do in an hour. */
const SEAL = 40

const PAGE = 250 * SEAL

/** Seals the audited events that have no seal yet, as the sweep would have done hour by hour. */
export async function sealAuditLog(client: Client, now: number): Promise<void> {
  const orm = drizzle({ client })
  const rows = new BulkInsert(client)
  let [latest]: readonly Seal[] = await orm.select().from(auditSeals).orderBy(desc(auditSeals.id)).limit(1)
  for (;;) {
    const page = await orm
      .select()
      .from(events)
      .where(and(sql`${events.audited}`, gt(events.id, latest?.lastEventId ?? 0)))
      .orderBy(asc(events.id))
      .limit(PAGE)
    if (page.length === 0) break
    for (let start = 0; start < page.length; start += SEAL) {
      const sealedAt = Math.floor(now / HOUR) * HOUR
      const head = { format: FORMAT, id: (latest?.id ?? 0) + 1, hour: sealedAt - HOUR, sealedAt }
      const previousHash = latest?.hash ?? GENESIS
      latest = sealOf({ ...head, previousHash }, page.slice(start, start + SEAL))
      rows.add(auditSeals, latest)
    }
  }
  await rows.flush()
}
