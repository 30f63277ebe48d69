import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from '../accounts/schema.ts'
import type { NoticeId, UserId } from '../../shared/ids.ts'

/** What the bell shows. */
export const notices = sqliteTable(
  'notices',
  {
    id: integer().primaryKey().$type<NoticeId>(),
    user_id: integer()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    kind: text().notNull(),
    title: text().notNull(),
    /** The page it is about: a path of ours. */
    path: text().notNull(),
    created_at: integer().notNull(),
    read_at: integer(),
  },
  (table) => [
    index('notices_by_user').on(table.user_id, table.id),
    index('notices_unread').on(table.user_id).where(sql`read_at is null`),
  ],
)

/**
 * What has to leave the house, written together with the change that it tells of. The key makes each effect
 * happen once, however often a job is delivered: pending -> claimed (lease) -> sent | failed (backoff) | dead.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey(),
    kind: text().notNull(),
    /** What it is about, `ad_request:7`. */
    subject: text().notNull(),
    /** Which time, where a kind can recur for a subject: an offer number, a day, a month. */
    period: text().notNull(),
    channel: text({ enum: ['email'] }).notNull(),
    user_id: integer()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    title: text().notNull(),
    body: text().notNull(),
    path: text().notNull(),
    state: text({ enum: ['pending', 'claimed', 'sent', 'failed', 'dead'] })
      .notNull()
      .default('pending'),
    attempts: integer().notNull().default(0),
    /** Not before this moment: now, the end of a lease, or the next try. */
    due_at: integer().notNull(),
    last_error: text(),
    created_at: integer().notNull(),
    sent_at: integer(),
  },
  (table) => [
    uniqueIndex('outbox_once').on(table.kind, table.subject, table.period, table.channel, table.user_id),
    check('outbox_state', sql`${table.state} in ('pending', 'claimed', 'sent', 'failed', 'dead')`),
    index('outbox_due').on(table.due_at).where(sql`state in ('pending', 'claimed', 'failed')`),
  ],
)
