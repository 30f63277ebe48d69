import { and, asc, desc, eq, getTableColumns, gt, inArray, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import { CHUNK } from '../../platform/queue/job.ts'
import type { ExportId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import type { FileKind } from './kinds.ts'
import { exportFiles } from './schema.ts'

/** A person's exports of lists that have not expired, newest first. */
export function listExports(db: Database, user: UserId, now: number) {
  return db.orm
    .select()
    .from(exportFiles)
    .where(and(isKept(user, now), ne(exportFiles.kind, 'personal_data')))
    .orderBy(desc(exportFiles.id))
    .limit(100)
}

function isKept(user: UserId, now: number): SQL | undefined {
  return and(eq(exportFiles.userId, user), gt(exportFiles.expiresAt, now))
}

export type OpenedExport = Awaited<ReturnType<typeof selectExport>>[number]

/** The last file with everything about a person, unless it has expired. */
export function selectPersonalExport(db: Database, user: UserId, now: number) {
  return db.orm
    .select()
    .from(exportFiles)
    .where(and(isKept(user, now), eq(exportFiles.kind, 'personal_data')))
    .orderBy(desc(exportFiles.id))
    .limit(1)
}

/** Not if it has expired, or if its owner may not have it. */
export function selectExport(db: Database, id: ExportId, now: number) {
  return db.orm
    .select({ ...getTableColumns(exportFiles), timeZone: users.timeZone })
    .from(exportFiles)
    .innerJoin(users, eq(users.id, exportFiles.userId))
    .where(and(eq(exportFiles.id, id), gt(exportFiles.expiresAt, now), mayHave()))
}

export type QueuedExport = Awaited<ReturnType<typeof selectQueued>>[number]

/**
 * The next files of these kinds to write. Those that have failed come last, so that they do not hold up the others.
 * While its owner is suspended, the export of a list waits.
 */
export function selectQueued(db: Database, kinds: readonly FileKind[]) {
  return db.orm
    .select({ file: getTableColumns(exportFiles), role: users.role, status: users.status })
    .from(exportFiles)
    .innerJoin(users, eq(users.id, exportFiles.userId))
    .where(and(eqLiteral(exportFiles.state, 'queued'), inArray(exportFiles.kind, [...kinds]), mayHave()))
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

// What is stored about them belongs to people, whatever has become of their account.
function mayHave(): SQL | undefined {
  return or(
    eqLiteral(users.status, 'active'),
    and(eq(exportFiles.kind, 'personal_data'), sql`${users.status} <> 'deleted'`),
  )
}
