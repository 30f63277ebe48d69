import { and, asc, desc, eq, getTableColumns, gt, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { prepared, type Slots } from '../../platform/db/prepared.ts'
import { users } from '../accounts/schema.ts'
import { events } from '../activity/schema.ts'
import { auditChecks, auditSeals } from './schema.ts'

/** Audited events in the order of their ids: those after `after`, up to `to`. */
export const selectAudited = prepared(
  (orm, { after, to, limit }: Slots<{ after: number; to: number; limit: number }>) =>
    orm
      .select()
      .from(events)
      .where(and(sql`${events.audited}`, gt(events.id, after), lte(events.id, to)))
      .orderBy(asc(events.id))
      .limit(limit),
)

/** The last seal up to this one, so itself if it is there. */
export function selectSealUpTo({ orm }: Database, id: number | SQL) {
  return orm.select().from(auditSeals).where(lte(auditSeals.id, id)).orderBy(desc(auditSeals.id)).limit(1)
}

export function selectSealsAfter({ orm }: Database, id: number, limit: number) {
  return orm.select().from(auditSeals).where(gt(auditSeals.id, id)).orderBy(asc(auditSeals.id)).limit(limit)
}

export function selectSealByHash({ orm }: Database, hash: string) {
  return orm.select({ id: auditSeals.id }).from(auditSeals).where(eq(auditSeals.hash, hash))
}

/** The last seal, without the digests of its events. */
export function selectLatestSeal({ orm }: Database) {
  return orm
    .select({
      id: auditSeals.id,
      hour: auditSeals.hour,
      sealedAt: auditSeals.sealedAt,
      lastEventId: auditSeals.lastEventId,
      count: auditSeals.count,
      hash: auditSeals.hash,
    })
    .from(auditSeals)
    .orderBy(desc(auditSeals.id))
    .limit(1)
}

/** Counting stops here. */
export const MAX_UNSEALED = 10_000

/** How many events wait for a seal, and since when. */
export function selectUnsealed({ orm }: Database) {
  const last = sql`coalesce((select last_event_id from ${auditSeals} order by id desc limit 1), ${Number.MIN_SAFE_INTEGER})`
  const waiting = orm
    .select({ at: events.at })
    .from(events)
    .where(and(sql`${events.audited}`, gt(events.id, last)))
    .orderBy(asc(events.id))
    .limit(MAX_UNSEALED)
    .as('waiting')
  return orm
    .select({ count: sql<number>`count(*)`, since: sql<number | null>`min(${waiting.at})` })
    .from(waiting)
}

const MAX_CHECKS = 20

/** The latest checks, newest first, with the names of the admins who started them. */
export function selectChecks({ orm }: Database) {
  return orm
    .select({ ...getTableColumns(auditChecks), startedByName: users.displayName })
    .from(auditChecks)
    .leftJoin(users, eq(users.id, auditChecks.startedBy))
    .orderBy(desc(auditChecks.id))
    .limit(MAX_CHECKS)
}

export type ListedCheck = Awaited<ReturnType<typeof selectChecks>>[number]
export type LatestSeal = Awaited<ReturnType<typeof selectLatestSeal>>[number]
