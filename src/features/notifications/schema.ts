import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { NotificationId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'

/** What the bell shows. */
export const notifications = sqliteTable(
  'notifications',
  {
    id: integer().primaryKey().$type<NotificationId>(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    kind: text().notNull(),
    title: text().notNull(),
    /** The page it is about: a path of ours. */
    path: text().notNull(),
    createdAt: integer('created_at').notNull(),
    readAt: integer('read_at'),
  },
  (table) => [
    index('notifications_by_user').on(table.userId, table.id),
    index('notifications_unread').on(table.userId).where(sql`read_at is null`),
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
    userId: integer('user_id')
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
    dueAt: integer('due_at').notNull(),
    lastError: text('last_error'),
    createdAt: integer('created_at').notNull(),
    sentAt: integer('sent_at'),
  },
  (table) => [
    uniqueIndex('outbox_once').on(table.kind, table.subject, table.period, table.channel, table.userId),
    check('outbox_state', sql`${table.state} in ('pending', 'claimed', 'sent', 'failed', 'dead')`),
    index('outbox_due').on(table.dueAt).where(sql`state in ('pending', 'claimed', 'failed')`),
  ],
)
