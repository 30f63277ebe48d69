import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'

/** The secret address of a person's calendar. Whoever knows it can read the calendar, and nothing else. */
export const calendarFeeds = sqliteTable(
  'calendar_feeds',
  {
    userId: integer('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    /** Not hashed like a session's: the settings show the address again. */
    token: text().notNull().unique(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [check('calendar_feeds_token', sql`length(${table.token}) = 32`)],
)
