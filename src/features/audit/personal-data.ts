import { and, asc, eq, sql } from 'drizzle-orm'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { byKey, isoTime, PAGE } from '../../platform/personal-data/rows.ts'
import { auditChecks } from './schema.ts'

const checks: PersonalRecord = {
  file: 'audit-checks',
  onlyFor: 'admin',
  holds: 'The checks of the audit log that you started.',
  tables: [auditChecks],
  read: byKey(selectChecks, ({ startedAt, finishedAt }) => ({
    startedAt: isoTime(startedAt),
    finishedAt: isoTime(finishedAt),
  })),
  erasure: {
    kind: 'keep',
    why: 'Checks of the audit log stay, because they show that nothing in it was changed. They refer to you by number.',
  },
}

export const personalData = [checks]

function selectChecks({ db, userId }: Owner, after: number) {
  const { id, startedAt, finishedAt } = auditChecks
  return db.orm
    .select({ key: sql<number>`${id}`, startedAt, finishedAt })
    .from(auditChecks)
    .where(and(eq(auditChecks.startedBy, userId), sql`${id} > ${after}`))
    .orderBy(asc(id))
    .limit(PAGE)
}
