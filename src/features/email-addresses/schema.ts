import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'

/** New addresses that are not confirmed yet. The account keeps its old one until then. */
export const emailChanges = sqliteTable(
  'email_changes',
  {
    userId: integer('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    /** Lower case. Other accounts may have it. Nobody is told whether one does. */
    address: text().notNull(),
    requestedAt: integer('requested_at').notNull(),
  },
  (table) => [index('email_changes_by_request').on(table.requestedAt)],
)

/**
 * In SQL, beside the account's row: whether the change was asked for since the password was set. An older one is over,
 * because a thief who knew the old password may have asked for it.
 */
export const isOfPassword = sql`${emailChanges.requestedAt} >= ${users.passwordChangedAt}`
