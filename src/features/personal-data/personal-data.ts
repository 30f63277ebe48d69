import { eq } from 'drizzle-orm'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { all, isoTime } from '../../platform/personal-data/rows.ts'
import { accountDeletions } from './schema.ts'

const deletion: PersonalRecord = {
  file: 'account-deletion',
  holds: 'Whether your account is to be deleted, and when.',
  tables: [accountDeletions],
  read: all(selectDeletion, ({ requestedAt, dueAt }) => ({
    requestedAt: isoTime(requestedAt),
    dueAt: isoTime(dueAt),
  })),
  erasure: {
    kind: 'keep',
    why: 'We keep the number of your account, and the day when it was deleted.',
  },
}

export const personalData = [deletion]

function selectDeletion({ db, userId }: Owner) {
  const { requestedAt, dueAt } = accountDeletions
  return db.orm
    .select({ requestedAt, dueAt })
    .from(accountDeletions)
    .where(eq(accountDeletions.userId, userId))
}
