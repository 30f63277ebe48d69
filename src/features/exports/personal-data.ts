import { and, asc, eq, gt } from 'drizzle-orm'
import { mutation } from '../../platform/db/write.ts'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { all, isoTime } from '../../platform/personal-data/rows.ts'
import { exportFiles } from './schema.ts'

const exports: PersonalRecord = {
  file: 'exports',
  holds: 'The files that you asked for in the last days.',
  tables: [exportFiles],
  read: all(selectFiles, ({ createdAt, readyAt, expiresAt, ...row }) => ({
    ...row,
    createdAt: isoTime(createdAt),
    readyAt: isoTime(readyAt),
    expiresAt: isoTime(expiresAt),
  })),
  erasure: {
    kind: 'delete',
    why: 'Files that we made for you are deleted.',
    // The next step of the sweep removes what has expired: the rows, and the files in R2.
    statements: ({ id }) => [
      mutation
        .update(exportFiles)
        .set({ expiresAt: 0 })
        .where(and(eq(exportFiles.userId, id), gt(exportFiles.expiresAt, 0))),
    ],
  },
}

export const personalData = [exports]

function selectFiles({ db, userId }: Owner) {
  const { kind, filters, state, rows, bytes, createdAt, readyAt, expiresAt } = exportFiles
  return db.orm
    .select({ kind, filters, state, rows, bytes, createdAt, readyAt, expiresAt })
    .from(exportFiles)
    .where(eq(exportFiles.userId, userId))
    .orderBy(asc(exportFiles.id))
    .limit(1_000)
}
