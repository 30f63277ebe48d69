import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import type { NotificationId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { channelKeys } from './channels.ts'
import type { NotificationKind } from './notification-kinds.ts'

const outboxStates = ['pending', 'claimed', 'sent', 'failed', 'dead', 'held'] as const

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
    /** The path without `?` and `#` and what follows. */
    page: text().generatedAlwaysAs(sql`substr(path, 1, instr(replace(path, '#', '?') || '?', '?') - 1)`),
    createdAt: integer('created_at').notNull(),
    readAt: integer('read_at'),
  },
  (table) => [
    index('notifications_by_user').on(table.userId, table.id),
    index('notifications_unread').on(table.userId, table.page).where(sql`read_at is null`),
  ],
)

/**
 * Messages to send, written in the batch of the change that they report. The unique key makes each one happen once,
 * however often a job runs. States: pending → claimed (a lease) → sent, failed (to be retried) or dead.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey(),
    kind: text().notNull().$type<NotificationKind>(),
    /** What it is about, such as `ad_request:7`. */
    subject: text().notNull(),
    /** Tells apart messages of one kind about one thing: an offer number, a day, a month. */
    period: text().notNull(),
    channel: text({ enum: channelKeys }).notNull(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    /** Where the e-mail goes if the account's own address will be gone by then. Null: to the account's address. */
    address: text(),
    title: text().notNull(),
    /** A `MailContent` as JSON. Not in JSON mode: whoever sends it parses it, and a broken one must not stop others. */
    body: text().notNull(),
    path: text().notNull(),
    /** `held`: not sent, unless the flag of what it tells about is lifted. */
    state: text({ enum: outboxStates }).notNull().default('pending'),
    /** How often it was tried. A rate limit of the provider does not count. */
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
    check('outbox_state', sql`${table.state} in ${literals(outboxStates)}`),
    check('outbox_channel', sql`${table.channel} in ${literals(channelKeys)}`),
    index('outbox_due').on(table.channel, table.dueAt).where(sql`state in ('pending', 'claimed', 'failed')`),
    // Counts what was sent to one address, whoever asked for it.
    index('outbox_by_address').on(table.address, table.createdAt).where(sql`address is not null`),
    index('outbox_by_user').on(table.userId, table.id),
    index('outbox_by_sent').on(table.sentAt).where(sql`sent_at is not null`),
    index('outbox_held').on(table.createdAt).where(sql`state = 'held'`),
    index('outbox_undelivered').on(table.id).where(sql`state in ('failed', 'dead')`),
  ],
)

/** Where and when a person can be reached besides their e-mail address. Many people have no row. */
export const deliverySettings = sqliteTable(
  'delivery_settings',
  {
    userId: integer('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    /** The address of their Google Chat space, with its secret token. Always at Google's host. */
    chatWebhook: text('chat_webhook'),
    /** E.164: +46701234567. */
    phone: text(),
    /** No SMS from this minute of the day on, in the person's time zone… */
    quietFrom: integer('quiet_from'),
    /** …until this one. It can be on the next day. */
    quietTo: integer('quiet_to'),
    /** Signs the unsubscribe links of this person. */
    unsubscribeSecret: text('unsubscribe_secret').notNull().default(sql`(lower(hex(randomblob(32))))`),
  },
  (table) => [
    check('delivery_settings_quiet', sql`(${table.quietFrom} is null) = (${table.quietTo} is null)`),
    check(
      'delivery_settings_minutes',
      sql`${table.quietFrom} between 0 and 1439 and ${table.quietTo} between 0 and 1439`,
    ),
    check('delivery_settings_phone', sql`${table.phone} glob '+[1-9]*'`),
    check('delivery_settings_chat', sql`${table.chatWebhook} glob 'https://chat.googleapis.com/v1/spaces/*'`),
  ],
)

/** What a person chose for a kind and a channel. Only what differs from the default is stored. */
export const channelChoices = sqliteTable(
  'channel_choices',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    kind: text().notNull().$type<NotificationKind>(),
    channel: text({ enum: channelKeys }).notNull(),
    isOn: integer('is_on', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.kind, table.channel] }),
    check('channel_choices_channel', sql`${table.channel} in ${literals(channelKeys)}`),
    check('channel_choices_is_on', sql`${table.isOn} in (0, 1)`),
  ],
)

/** E-mail addresses that bounced, or whose owner reported us as spam. No e-mail goes there. */
export const undeliverableAddresses = sqliteTable(
  'undeliverable_addresses',
  {
    /** Lower case. */
    address: text().primaryKey(),
    reason: text({ enum: ['bounced', 'complained'] }).notNull(),
    /** What the other mail server said. */
    detail: text().notNull(),
    /** When it happened. */
    at: integer().notNull(),
    /** When its owner asked us to try again. The row stays, so that a late report of the same bounce does nothing. */
    clearedAt: integer('cleared_at'),
  },
  (table) => [check('undeliverable_addresses_reason', sql`${table.reason} in ('bounced', 'complained')`)],
)
