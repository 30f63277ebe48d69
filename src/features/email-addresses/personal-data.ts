import { eq } from 'drizzle-orm'
import { mutation } from '../../platform/db/write.ts'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { all, isoTime } from '../../platform/personal-data/rows.ts'
import { emailChanges } from './schema.ts'

const changes: PersonalRecord = {
  file: 'new-email-address',
  holds: 'The new e-mail address that you have asked for, until you confirm it.',
  tables: [emailChanges],
  read: all(selectChange, ({ requestedAt, ...row }) => ({ ...row, requestedAt: isoTime(requestedAt) })),
  erasure: {
    kind: 'delete',
    why: 'A new e-mail address that you have not confirmed is deleted.',
    statements: ({ id }) => [mutation.delete(emailChanges).where(eq(emailChanges.userId, id))],
  },
}

export const personalData = [changes]

function selectChange({ db, userId }: Owner) {
  const { address, requestedAt } = emailChanges
  return db.orm.select({ address, requestedAt }).from(emailChanges).where(eq(emailChanges.userId, userId))
}
