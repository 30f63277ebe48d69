import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import type { EventKind, EventSubject } from './event-kinds.ts'

/** The source for timelines, the audit log and reports. Rows are never changed or deleted. */
export const events = sqliteTable(
  'events',
  {
    id: integer().primaryKey(),
    subject: text().notNull().$type<EventSubject>(),
    subjectId: integer('subject_id').notNull(),
    kind: text().notNull().$type<EventKind>(),
    /** Null if no person did it, such as an expiry. */
    actorId: integer('actor_id')
      .references(() => users.id)
      .$type<UserId>(),
    fromState: text('from_state'),
    toState: text('to_state'),
    /** A person's reason, or a detail that the timeline's sentence needs. */
    note: text(),
    at: integer().notNull(),
  },
  (table) => [index('events_by_subject').on(table.subject, table.subjectId, table.id)],
)
