import { and, asc, desc, eq, getTableColumns, gt, lte } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import { CHUNK } from '../../platform/queue/job.ts'
import type { ExportId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { exportFiles } from './schema.ts'

/** A person's exports that have not expired, newest first. */
export function listExports(db: Database, user: UserId, now: number) {
  return db.orm
    .select()
    .from(exportFiles)
    .where(and(eq(exportFiles.userId, user), gt(exportFiles.expiresAt, now)))
    .orderBy(desc(exportFiles.id))
    .limit(100)
}

export type OpenedExport = Awaited<ReturnType<typeof selectExport>>[number]

/** Not if it has expired, or if its owner may not sign in. */
export function selectExport(db: Database, id: ExportId, now: number) {
  return db.orm
    .select({ ...getTableColumns(exportFiles), timeZone: users.timeZone })
    .from(exportFiles)
    .innerJoin(users, eq(users.id, exportFiles.userId))
    .where(and(eq(exportFiles.id, id), gt(exportFiles.expiresAt, now), eqLiteral(users.status, 'active')))
}

export type QueuedExport = Awaited<ReturnType<typeof selectQueued>>[number]

/**
 * The next exports to write. Those that have failed come last, so that they do not hold up the others. While its owner
 * is suspended, an export waits.
 */
export function selectQueued(db: Database) {
  return db.orm
    .select({ file: getTableColumns(exportFiles), role: users.role })
    .from(exportFiles)
    .innerJoin(users, eq(users.id, exportFiles.userId))
    .where(and(eqLiteral(exportFiles.state, 'queued'), eqLiteral(users.status, 'active')))
    .orderBy(asc(exportFiles.attempts), asc(exportFiles.id))
    .limit(2)
}

export function selectExpired(db: Database, now: number) {
  return db.orm
    .select({ id: exportFiles.id, parts: exportFiles.parts })
    .from(exportFiles)
    .where(lte(exportFiles.expiresAt, now))
    .orderBy(asc(exportFiles.expiresAt), asc(exportFiles.id))
    .limit(CHUNK)
}
