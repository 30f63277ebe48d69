import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { withSearchText } from '../../../platform/db/searched-text.ts'
import { mutation } from '../../../platform/db/write.ts'
import {
  type ErasedPerson,
  MAX_ERASED,
  type Owner,
  type PersonalRecord,
} from '../../../platform/personal-data/record.ts'
import { byKey, isoTime, PAGE } from '../../../platform/personal-data/rows.ts'
import { DELETED_NAME } from '../../accounts/personal-data.ts'
import { flags } from '../schema.ts'

/** What the owner was told. Who flagged it, and what admins note for each other, stay with admins. */
const ownFlags: PersonalRecord = {
  file: 'flags',
  holds: 'What admins flagged of yours, why, and your appeals with the answers.',
  tables: [flags],
  read: byKey(selectFlags, ({ flaggedAt, appealedAt, decidedAt, ...row }) => ({
    ...row,
    flaggedAt: isoTime(flaggedAt),
    appealedAt: isoTime(appealedAt),
    decidedAt: isoTime(decidedAt),
  })),
  erasure: {
    kind: 'anonymize',
    why: 'Flags stay without their texts: your appeals, what admins wrote about you, and the names of what was flagged are deleted.',
    statements: (person) => [forgetTexts(person)],
  },
}

export const personalData = [ownFlags]

// An appeal without its text can no longer be answered, so the flag is only open again.
function forgetTexts({ id }: ErasedPerson) {
  const hasTexts = sql`title <> ${DELETED_NAME} or note <> '' or internal_note <> '' or appeal <> '' or decision_reason <> ''
    or state = 'appealed'`
  return mutation
    .update(flags)
    .set({
      ...withSearchText(flags, { title: DELETED_NAME }),
      note: '',
      internalNote: '',
      appeal: sql`iif(appeal is null, null, '')`,
      state: sql`iif(state = 'appealed', 'open', state)`,
      decisionReason: sql`iif(decision_reason is null, null, '')`,
      version: sql`version + 1`,
    })
    .where(
      inArray(
        flags.id,
        sql`(select id from ${flags} where owner_id = ${id} and (${hasTexts}) limit ${MAX_ERASED})`,
      ),
    )
}

function selectFlags({ db, userId }: Owner, after: number) {
  const { id, subject, subjectId, title, reason, note, state, flaggedAt } = flags
  const { appeal, appealedAt, decisionReason, decidedAt } = flags
  return db.orm
    .select({
      key: id,
      subject,
      subjectId,
      title,
      reason,
      note,
      state,
      flaggedAt,
      appeal,
      appealedAt,
      decisionReason,
      decidedAt,
    })
    .from(flags)
    .where(and(eq(flags.ownerId, userId), sql`${id} > ${after}`))
    .orderBy(asc(id))
    .limit(PAGE)
}
