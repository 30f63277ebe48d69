import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { expectOneRow, expectThat, mutation, onConflict, returnedId, write } from '../../platform/db/write.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { AuditCheckId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { recordAdminAct } from '../activity/commands.ts'
import { STALE } from './check.ts'
import { brokenNotification } from './notifications.ts'
import { type AuditCheck, auditChecks, auditSeals } from './schema.ts'
import type { Seal } from './seal.ts'

/** Refuses if somebody else has made the next seal. */
export function saveSeal(db: Database, seal: Seal): Promise<Result<unknown, 'sealed'>> {
  return write(db, [onConflict('sealed', mutation.insert(auditSeals).values(seal))])
}

/** Starts a check by the clock. Null if one is running. */
export function startCheck(db: Database, now: number): Promise<AuditCheckId | null> {
  return start(db, { startedBy: null, now }, [])
}

/** Starts a check that an admin asked for. Null if one is running. */
export function startCheckBy(db: Database, context: ActionContext): Promise<AuditCheckId | null> {
  const subjectId = sql`(select max(id) from ${auditChecks})`
  const act = { subject: 'audit_log', subjectId, kind: 'check_started' } as const
  return start(db, { startedBy: context.actor, now: context.now }, [recordAdminAct(act, context)])
}

async function start(
  db: Database,
  { startedBy, now }: Pick<AuditCheck, 'startedBy'> & { readonly now: number },
  acts: readonly ReturnType<typeof recordAdminAct>[],
): Promise<AuditCheckId | null> {
  const running = sql`select 1 from ${auditChecks} where finished_at is null and updated_at > ${now - STALE}`
  const written = await write(db, [
    expectThat('running', sql`not exists (${running})`),
    mutation
      .insert(auditChecks)
      .values({ startedAt: now, startedBy, updatedAt: now })
      .returning({ id: auditChecks.id }),
    ...acts,
  ])
  return written.ok ? returnedId(written.value[1]) : null
}

type Progress = Pick<AuditCheck, 'sealId' | 'hash' | 'events' | 'breaks' | 'updatedAt' | 'finishedAt'>

/** Refuses if another delivery of the same chunk was faster. Tells admins if `isNews`. */
export function saveProgress(
  db: Database,
  { id, sealId }: AuditCheck,
  progress: Progress,
  { isNews }: { readonly isNews: boolean },
): Promise<Result<unknown, 'done'>> {
  const isHere = and(eq(auditChecks.id, id), eq(auditChecks.sealId, sealId), isNull(auditChecks.finishedAt))
  return write(db, [
    mutation.update(auditChecks).set(progress).where(isHere),
    expectOneRow('done'),
    ...(isNews ? brokenNotification(id, progress.breaks, progress.updatedAt) : []),
  ])
}
