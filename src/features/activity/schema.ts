import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'

/** What happened, for the timeline of a page, the audit of admins and the figures of reports. Never changed. */
export const events = sqliteTable(
  'events',
  {
    id: integer().primaryKey(),
    subject: text({ enum: ['user', 'campaign', 'ad_request'] }).notNull(),
    subjectId: integer('subject_id').notNull(),
    kind: text().notNull(),
    /** Null when the clock did it. */
    actorId: integer('actor_id')
      .references(() => users.id)
      .$type<UserId>(),
    fromState: text('from_state'),
    toState: text('to_state'),
    /** A person's words (a reason), or what else the sentence needs. */
    note: text(),
    at: integer().notNull(),
  },
  (table) => [index('events_by_subject').on(table.subject, table.subjectId, table.id)],
)
