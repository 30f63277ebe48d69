import { desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import type { Job } from '../../platform/queue/job.ts'
import type { AuditCheckId } from '../../shared/ids.ts'
import type { Break } from './break.ts'
import type { CheckedSeal } from './breaks.ts'
import { isNews, MAX_BREAKS } from './check.ts'
import { checkNext } from './check-chain.ts'
import { saveProgress, startCheck } from './commands.ts'
import { selectSealByHash, selectSealUpTo } from './queries.ts'
import { type AuditCheck, auditChecks } from './schema.ts'

/** A chunk ends after about so many events. */
const MAX_EVENTS = 40_000

/** The cursor of a check, to continue after a seal. QStash takes each one once, so it says where the check is. */
export function cursorOf({ id, sealId }: Pick<AuditCheck, 'id' | 'sealId'>): string {
  return `${id}.${sealId}`
}

/**
 * Checks the chain of seals. Each chunk continues where the last one got, whatever its cursor says, so one that runs
 * twice does no harm. After the last chunk, admins are told of what is broken.
 */
export const verifyAuditLog: Job = async ({ db, clock }, cursor) => {
  const id = cursor === null ? await startCheck(db, clock) : (Number.parseInt(cursor, 10) as AuditCheckId)
  const state = id === null ? null : await readCheck(db, id)
  if (state === null || state.check.finishedAt !== null) return { handled: 0, failed: 0, cursor: null }

  const { check } = state
  const part = await checkPart(db, check.breaks, state.last)
  const missing = part.isEnd ? await missingHash(db, state.lastRight) : []
  const breaks = [...part.breaks, ...missing]
  const progress = {
    sealId: part.last?.seal.id ?? 0,
    hash: part.last?.seal.hash ?? null,
    events: check.events + part.events,
    breaks,
    updatedAt: clock,
    finishedAt: part.isEnd ? clock : null,
  }
  const saved = await saveProgress(db, check, progress, {
    isNews: part.isEnd && isNews(breaks, state.before?.breaks ?? []),
  })
  const isDone = part.isEnd || !saved.ok
  return {
    handled: part.events,
    failed: breaks.length - check.breaks.length,
    cursor: isDone ? null : cursorOf({ id: check.id, sealId: progress.sealId }),
  }
}

interface CheckInProgress {
  readonly check: AuditCheck
  /** The seal that the check has got to. */
  readonly last: CheckedSeal | null
  /** The last check that ended. */
  readonly before: AuditCheck | null
  /** The last check that found nothing wrong. */
  readonly lastRight: AuditCheck | null
}

async function readCheck(db: Database, id: AuditCheckId): Promise<CheckInProgress | null> {
  const [[check], [seal], [before], [lastRight]] = await db.read([
    db.orm.select().from(auditChecks).where(eq(auditChecks.id, id)),
    selectSealUpTo(db, sql`(select seal_id from ${auditChecks} where id = ${id})`),
    selectLastFinished(db),
    selectLastRight(db),
  ])
  if (!check) return null
  const isBroken = ({ seal: at }: { seal: number }) => at === seal?.id
  const last = seal ? { seal, isRight: !check.breaks.some((one) => 'seal' in one && isBroken(one)) } : null
  return { check, last, before: before ?? null, lastRight: lastRight ?? null }
}

async function checkPart(db: Database, known: readonly Break[], start: CheckedSeal | null) {
  let last = start
  let events = 0
  const breaks = [...known]
  while (events < MAX_EVENTS && breaks.length < MAX_BREAKS) {
    const part = await checkNext(db, last)
    if (part.last === null) return { last, events, breaks, isEnd: true }
    last = part.last
    events += part.events
    breaks.push(...part.breaks)
  }
  return { last, events, breaks: breaks.slice(0, MAX_BREAKS), isEnd: breaks.length >= MAX_BREAKS }
}

/** What the last check saw at the end of the chain must still be in it. */
async function missingHash(db: Database, lastRight: AuditCheck | null): Promise<Break[]> {
  if (!lastRight?.hash) return []
  const { hash } = lastRight
  const [found] = await selectSealByHash(db, hash)
  return found ? [] : [{ kind: 'hash_missing', hash }]
}

export function selectLastFinished({ orm }: Database) {
  return orm
    .select()
    .from(auditChecks)
    .where(sql`finished_at is not null`)
    .orderBy(desc(auditChecks.id))
    .limit(1)
}

function selectLastRight({ orm }: Database) {
  return orm
    .select()
    .from(auditChecks)
    .where(sql`finished_at is not null and breaks = '[]'`)
    .orderBy(desc(auditChecks.id))
    .limit(1)
}
