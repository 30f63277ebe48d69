import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from '../accounts/schema.ts'
import type { UserId } from '../../shared/ids.ts'

/** What happened, for the timeline of a page, the audit of admins and the figures of reports. Never changed. */
export const events = sqliteTable(
  'events',
  {
    id: integer().primaryKey(),
    subject: text({ enum: ['user', 'campaign', 'ad_request'] }).notNull(),
    subject_id: integer().notNull(),
    kind: text().notNull(),
    /** Null when the clock did it. */
    actor_id: integer()
      .references(() => users.id)
      .$type<UserId>(),
    from_state: text(),
    to_state: text(),
    /** A person's words (a reason), or what else the sentence needs. */
    note: text(),
    at: integer().notNull(),
  },
  (table) => [index('events_by_subject').on(table.subject, table.subject_id, table.id)],
)
