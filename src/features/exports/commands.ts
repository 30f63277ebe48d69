import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import {
  expectOneRow,
  expectThat,
  mutation,
  onConflict,
  type Statement,
  write,
} from '../../platform/db/write.ts'
import type { ExportId, UserId } from '../../shared/ids.ts'
import { type Result, refuse } from '../../shared/result.ts'
import { DAY } from '../../shared/time.ts'
import type { Cursor } from './csv-file.ts'
import { KEPT, MAX_PER_DAY, newToken } from './export.ts'
import type { ExportKind, ExportParams } from './kinds.ts'
import { failedNotification, readyNotification } from './notifications.ts'
import type { QueuedExport } from './queries.ts'
import { type ExportRow, exportFiles } from './schema.ts'

export type ExportRefusal = 'waiting' | 'too_many'

/** Asks for a file. Refuses if one of this kind is waiting already, or if it would be too many for a day. */
export async function requestExport(
  db: Database,
  wanted: { readonly userId: UserId; readonly kind: ExportKind; readonly filters: ExportParams },
  now: number,
): Promise<Result<unknown, ExportRefusal>> {
  const isFew = sql`(select count(*) from ${exportFiles}
    where user_id = ${wanted.userId} and created_at > ${now - DAY}) < ${MAX_PER_DAY}`
  return write(db, [
    expectThat('too_many', isFew),
    onConflict(
      'waiting',
      mutation.insert(exportFiles).values({ ...wanted, createdAt: now, expiresAt: now + KEPT }),
    ),
  ])
}

/** Asks for the file with everything about a person. Stops the batch if they had one less than a day ago. */
export function insertPersonalExport(userId: UserId, now: number): Statement<'too_many'>[] {
  const isFirst = sql`not exists (select 1 from ${exportFiles} where user_id = ${userId} and kind = 'personal_data'
    and state <> 'failed' and created_at > ${now - DAY})`
  return [
    expectThat('too_many', isFirst),
    onConflict(
      'too_many',
      mutation
        .insert(exportFiles)
        .values({ userId, kind: 'personal_data', filters: {}, createdAt: now, expiresAt: now + KEPT }),
    ),
  ]
}

/** Counts the attempt to write the next part. */
export async function recordAttempt(db: Database, { id, parts }: ExportRow): Promise<void> {
  await write(db, [mutation.update(exportFiles).set({ attempts: sql`attempts + 1` }).where(isAt(id, parts))])
}

export interface WrittenPart {
  readonly rows: number
  readonly bytes: number
  /** Null after the last part. */
  readonly next: Cursor | null
}

/**
 * Records a part. After the last one, the file is ready and its owner is told. Does nothing if somebody else has
 * recorded the part.
 */
export async function recordPart(
  db: Database,
  { file: row, status }: Pick<QueuedExport, 'file' | 'status'>,
  { rows, bytes, next }: WrittenPart,
  now: number,
): Promise<void> {
  const progress = {
    parts: row.parts + 1,
    rows: row.rows + rows,
    bytes: row.bytes + bytes,
    cursor: next,
    attempts: 0,
  }
  const update = (values: object): Statement<'lost'>[] => [
    mutation
      .update(exportFiles)
      .set({ ...progress, ...values })
      .where(isAt(row.id, row.parts)),
    expectOneRow('lost'),
  ]
  if (next !== null) {
    await write(db, update({}))
    return
  }
  const { token, hash } = newToken()
  const canSignIn = status !== 'suspended'
  const ready = { ...row, rows: progress.rows, token, canSignIn, expiresAt: now + KEPT }
  await write(db, [
    ...update({ state: 'ready', tokenHash: hash, readyAt: now, expiresAt: ready.expiresAt }),
    ...readyNotification(ready, now),
  ])
}

/** Gives up, and tells the owner. */
export async function recordFailure(
  db: Database,
  row: ExportRow,
  now: number,
): Promise<Result<unknown, 'lost'>> {
  if (row.state !== 'queued') return refuse('lost')
  return write(db, [
    mutation.update(exportFiles).set({ state: 'failed' }).where(isAt(row.id, row.parts)),
    expectOneRow('lost'),
    ...failedNotification(row, now),
  ])
}

export async function removeExport(db: Database, id: ExportId): Promise<void> {
  await write(db, [mutation.delete(exportFiles).where(eq(exportFiles.id, id))])
}

function isAt(id: ExportId, parts: number) {
  return and(eq(exportFiles.id, id), eqLiteral(exportFiles.state, 'queued'), eq(exportFiles.parts, parts))
}
