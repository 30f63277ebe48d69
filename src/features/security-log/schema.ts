import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { SecurityEventId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import type { SecurityEventKind } from './kinds.ts'

/**
 * What happened to the security of each account, for its owner and for admins. It holds no secret: no password, token
 * or code, and nothing that somebody typed. Rows are removed after 90 days.
 *
 * The same thing from the same place within an hour is one row with a count: see `commands.ts`.
 */
export const securityEvents = sqliteTable(
  'security_events',
  {
    id: integer().primaryKey().$type<SecurityEventId>(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    kind: text().notNull().$type<SecurityEventKind>(),
    /** The start of the hour, in milliseconds UTC. */
    hour: integer().notNull(),
    /** See `network.ts`. Empty if unknown, or for the row that counts whatever has no row of its own. */
    network: text().notNull(),
    /** "Firefox on Windows". Empty if unknown. */
    device: text().notNull(),
    /** "Lisbon, Portugal". Empty if unknown. */
    place: text().notNull(),
    /** What it was about, from a fixed list, like the section of the admin pages. Never what somebody typed. */
    detail: text().notNull(),
    /** How often it happened within the hour. */
    count: integer().notNull().default(1),
    /** The first and the last time, in milliseconds UTC. */
    firstAt: integer('first_at').notNull(),
    at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('security_events_merge').on(
      table.userId,
      table.kind,
      table.hour,
      table.network,
      table.device,
      table.detail,
    ),
    // Lists are in the order of the hour and the id, which never change. `at` does, when a row is counted again.
    index('security_events_by_user').on(table.userId, table.hour, table.id),
    index('security_events_by_kind').on(table.kind, table.hour, table.id),
    index('security_events_by_network').on(table.network, table.hour, table.id),
    index('security_events_by_hour').on(table.hour, table.id),
    check('security_events_count', sql`${table.count} >= 1 and ${table.firstAt} <= ${table.at}`),
  ],
)

export type SecurityEvent = Readonly<typeof securityEvents.$inferSelect>
