import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { NotificationId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import type { NotificationKind } from './notification-kinds.ts'

/** The notifications that the bell counts. */
export const notifications = sqliteTable(
  'notifications',
  {
    id: integer().primaryKey().$type<NotificationId>(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    kind: text().notNull().$type<NotificationKind>(),
    title: text().notNull(),
    /** The page to open: a path within Parley. */
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
 * E-mails to send, written in the batch of the change that they report. The unique key makes each one happen once,
 * however often a job runs. States: pending → claimed (a lease) → sent, failed (to be retried) or dead.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey(),
    kind: text().notNull().$type<NotificationKind>(),
    /** What it is about, such as `ad_request:7`. */
    subject: text().notNull(),
    /** Tells apart e-mails of one kind about one thing: an offer number, a day, a month. */
    period: text().notNull(),
    channel: text({ enum: ['email'] }).notNull(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    title: text().notNull(),
    /** A `MailContent` as JSON. Not in JSON mode: whoever sends it parses it, and a broken one must not stop others. */
    body: text().notNull(),
    path: text().notNull(),
    state: text({ enum: ['pending', 'claimed', 'sent', 'failed', 'dead'] })
      .notNull()
      .default('pending'),
    attempts: integer().notNull().default(0),
    /** When to send it, when the lease ends, or when to retry. */
    dueAt: integer('due_at').notNull(),
    /** When the first attempt to send it began. */
    firstClaimedAt: integer('first_claimed_at'),
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
