import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { literal, literals } from '../../platform/db/literals.ts'
import type { SearchedText } from '../../platform/db/searched-text.ts'
import type { FlagId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { flagReasonKeys } from './reasons.ts'
import { moderatedSubjects } from './subject.ts'

/**
 * `open`: nobody has appealed. `appealed`: the owner waits for an answer. `kept`: an admin has answered, and the flag
 * stays. `lifted`: it is over.
 */
export const flagStates = ['appealed', 'open', 'kept', 'lifted'] as const

/** Sorts flags: appeals first, and what is over last. */
export function urgency(state: SQLWrapper): SQL<number> {
  return sql<number>`case ${state} when 'appealed' then 0 when 'open' then 1 when 'kept' then 2 else 3 end`
}

/** The source for what is flagged. The flagged rows keep a copy of `flaggedAt`, which is written in the same batch. */
export const flags = sqliteTable(
  'flags',
  {
    /** Never reused: the owner's link must not lead to another flag. */
    id: integer().primaryKey({ autoIncrement: true }).$type<FlagId>(),
    subject: text({ enum: moderatedSubjects }).notNull(),
    subjectId: integer('subject_id').notNull(),
    /** What it was called when it was flagged, or the beginning of a message. It may be deleted later. */
    title: text().notNull().$type<SearchedText>(),
    searchTitle: text('search_title'),
    /** Who is told, and who can appeal. */
    ownerId: integer('owner_id')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    reason: text({ enum: flagReasonKeys }).notNull(),
    /** To the owner. */
    note: text().notNull().default(''),
    /** Only for admins. */
    internalNote: text('internal_note').notNull().default(''),
    flaggedBy: integer('flagged_by')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    flaggedAt: integer('flagged_at').notNull(),
    state: text({ enum: flagStates }).notNull().default('open'),
    appeal: text(),
    appealedAt: integer('appealed_at'),
    /** The last decision: an answer to the appeal, or the end of the flag. */
    decidedBy: integer('decided_by')
      .references(() => users.id)
      .$type<UserId>(),
    decidedAt: integer('decided_at'),
    decisionReason: text('decision_reason'),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('flags_subject', sql`${table.subject} in ${literals(moderatedSubjects)}`),
    check('flags_reason', sql`${table.reason} in ${literals(flagReasonKeys)}`),
    check('flags_state', sql`${table.state} in ${literals(flagStates)}`),
    check('flags_appeal', sql`(${table.appeal} is null) = (${table.appealedAt} is null)`),
    check('flags_appealed', sql`${table.state} not in ('appealed', 'kept') or ${table.appeal} is not null`),
    check(
      'flags_decision',
      sql`(${table.state} in ('kept', 'lifted')) = (${table.decidedAt} is not null)
        and (${table.decidedAt} is null) = (${table.decidedBy} is null)`,
    ),
    uniqueIndex('flags_one_open').on(table.subject, table.subjectId).where(sql`state <> 'lifted'`),
    index('flags_by_subject').on(table.subject, table.subjectId, table.id),
    index('flags_by_owner').on(table.ownerId, table.id),
    index('flags_by_state').on(table.state, table.id),
  ],
)

export type FlagRow = Readonly<typeof flags.$inferSelect>
export type FlagState = FlagRow['state']

/** What lists know of the open flag of a row, to lift it. */
export type OpenFlag = Pick<FlagRow, 'id' | 'ownerId' | 'title' | 'state' | 'appeal' | 'version'>

/** The open flag of a thing, or null: a column for selects of many things. `id` is the SQL of the thing's id. */
export function openFlagOf(subject: FlagRow['subject'], id: SQL): SQL<OpenFlag | null> {
  return sql`(select json_object('id', open_flag.id, 'ownerId', owner_id, 'title', title, 'state', open_flag.state,
      'appeal', appeal, 'version', open_flag.version)
    from ${flags} open_flag where subject = ${literal(subject)} and subject_id = ${id} and open_flag.state <> 'lifted')`.mapWith(
    JSON.parse,
  )
}
