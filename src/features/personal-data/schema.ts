import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import type { UserId } from '../../shared/ids.ts'
import { userStatuses, users } from '../accounts/schema.ts'

/** Accounts that are to be deleted, and those that are. A row is removed when somebody keeps their account after all. */
export const accountDeletions = sqliteTable(
  'account_deletions',
  {
    userId: integer('user_id')
      .primaryKey()
      .references(() => users.id)
      .$type<UserId>(),
    /** The person, or an admin on their behalf. The person too if nobody asked: see `unconfirmed`. */
    requestedBy: integer('requested_by')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    requestedAt: integer('requested_at').notNull(),
    dueAt: integer('due_at').notNull(),
    /** What the account goes back to if it is kept. */
    statusBefore: text('status_before', { enum: userStatuses }).notNull(),
    /** The last of the person's ad requests whose texts are erased. They are erased in the order of their ids. */
    erasedUntil: integer('erased_until').notNull().default(0),
    /** When the last of it was erased. */
    erasedAt: integer('erased_at'),
  },
  (table) => [
    check('account_deletions_status', sql`${table.statusBefore} in ${literals(userStatuses)}`),
    index('account_deletions_due').on(table.dueAt, table.userId).where(sql`erased_at is null`),
  ],
)
