import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { literals } from '../../platform/db/literals.ts'
import { MAX_ERASED, type Owner, type PersonalRecord } from '../../platform/personal-data/record.ts'
import { byKey, isoTime, PAGE } from '../../platform/personal-data/rows.ts'
import type { UserId } from '../../shared/ids.ts'
import { campaigns } from '../campaigns/schema.ts'
import type { BulkKindName } from './kinds.ts'
import { bulkActionRows, bulkActions } from './schema.ts'

// The name of a message left out says only its kind, so it is about nobody.
type RowSubject = 'user' | 'campaign' | 'ad_request' | 'message'

/** What the rows of each kind are, by which the rows about a person are found. */
const subjectOf: Readonly<Record<BulkKindName, RowSubject>> = {
  sponsor_approval: 'user',
  sponsor_rejection: 'user',
  person_flag: 'user',
  person_flag_removal: 'user',
  campaign_flag: 'campaign',
  campaign_flag_removal: 'campaign',
  ad_request_flag: 'ad_request',
  ad_request_flag_removal: 'ad_request',
  suspension: 'user',
  suspension_end: 'user',
  mail_retry: 'message',
}

const started: PersonalRecord = {
  file: 'bulk-actions',
  onlyFor: 'admin',
  holds: 'What you did to many rows of a list at once, with what you filled in.',
  tables: [bulkActions],
  read: byKey(selectStarted, ({ startedAt, endedAt, ...row }) => ({
    ...row,
    startedAt: isoTime(startedAt),
    endedAt: isoTime(endedAt),
  })),
  erasure: {
    kind: 'keep',
    why: 'What you did to many rows at once stays, because it explains what happened to others. It refers to you by number.',
  },
}

const leftOut: PersonalRecord = {
  file: 'left-out',
  holds: 'When an admin changed several accounts or campaigns at once and left yours out, and why.',
  tables: [bulkActionRows],
  read: byKey(selectLeftOut, ({ startedAt, ...row }) => ({ ...row, startedAt: isoTime(startedAt) })),
  erasure: {
    kind: 'delete',
    why: 'When admins change several accounts, campaigns or requests at once, some are left out. The record that yours was left out is deleted.',
    statements: ({ id }) => [remove(sql`${ownRows(id)} limit ${MAX_ERASED}`)],
    ofRequests: (_, requestIds) => [
      remove(sql`select left_row.rowid from json_each(${requestIds}) one
        cross join ${bulkActionRows} left_row on left_row.row_id = one.value
        cross join ${bulkActions} action on action.id = left_row.action_id
        where action.kind in ${kindsOf('ad_request')}`),
    ],
  },
}

export const personalData = [started, leftOut]

function remove(rowids: SQL) {
  return sql`delete from ${bulkActionRows} where rowid in (${rowids})`
}

/** Rows about a person or their campaigns. One branch for each index. */
function ownRows(id: UserId): SQL {
  return sql`select left_row.rowid from ${bulkActionRows} left_row
      cross join ${bulkActions} action on action.id = left_row.action_id
      where left_row.row_id = ${id} and action.kind in ${kindsOf('user')}
    union all
    select left_row.rowid from ${campaigns} own
      cross join ${bulkActionRows} left_row on left_row.row_id = own.id
      cross join ${bulkActions} action on action.id = left_row.action_id
      where own.sponsor_id = ${id} and action.kind in ${kindsOf('campaign')}`
}

function kindsOf(subject: RowSubject): SQL {
  const kinds = Object.entries(subjectOf).flatMap(([kind, of]) => (of === subject ? [kind] : []))
  // No kind is called ''. With an empty list, SQLite would use no index.
  return literals(['', ...kinds])
}

function selectStarted({ db, userId }: Owner, after: number) {
  const { id, kind, fields, total, changed, skipped, failed, startedAt, endedAt } = bulkActions
  return db.orm
    .select({ key: sql<number>`${id}`, kind, fields, total, changed, skipped, failed, startedAt, endedAt })
    .from(bulkActions)
    .where(and(eq(bulkActions.startedBy, userId), sql`${id} > ${after}`))
    .orderBy(asc(id))
    .limit(PAGE)
}

function selectLeftOut({ db, userId }: Owner, after: number) {
  const { kind, startedAt } = bulkActions
  const { rowId, name, outcome } = bulkActionRows
  // Why it failed is for admins.
  const reason = sql<string | null>`iif(${outcome} = 'skipped', ${bulkActionRows.reason}, null)`
  return db.orm
    .select({ key: sql<number>`${bulkActionRows}.rowid`, kind, rowId, name, outcome, reason, startedAt })
    .from(bulkActionRows)
    .innerJoin(bulkActions, eq(bulkActions.id, bulkActionRows.actionId))
    .where(and(sql`${bulkActionRows}.rowid in (${ownRows(userId)})`, sql`${bulkActionRows}.rowid > ${after}`))
    .orderBy(sql`${bulkActionRows}.rowid`)
    .limit(PAGE)
}
