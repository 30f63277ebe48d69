import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { linkPurposes } from './link.ts'

/** The links in e-mails that show that an address is somebody's. Each works once, so a used one is deleted. */
export const emailLinks = sqliteTable(
  'email_links',
  {
    /** SHA-256 of the token in the link, so nobody can use what they read here. */
    tokenHash: text('token_hash').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    purpose: text({ enum: linkPurposes }).notNull(),
    /** Where it was sent. Lower case. */
    address: text().notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    check('email_links_purpose', sql`${table.purpose} in ${literals(linkPurposes)}`),
    index('email_links_by_user').on(table.userId, table.purpose),
    index('email_links_by_expiry').on(table.expiresAt),
  ],
)
