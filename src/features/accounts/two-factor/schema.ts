import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../schema.ts'

/** Two-factor sign-in of an account, switched on or being set up. */
export const twoFactor = sqliteTable(
  'two_factor',
  {
    userId: integer('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    /** What the authenticator app knows too, encrypted: see `sealing.ts`. */
    secret: text().notNull(),
    /** Null while it is being set up. */
    enabledAt: integer('enabled_at'),
    /** While it is being set up: the hash of the session that may see the secret, and when it began. */
    setupSession: text('setup_session'),
    setupAt: integer('setup_at').notNull(),
    /** The latest time step whose code was accepted. No code of it or before it is accepted again. */
    lastStep: integer('last_step').notNull().default(0),
  },
  (table) => [
    check('two_factor_setup', sql`(${table.enabledAt} is null) = (${table.setupSession} is not null)`),
  ],
)

/** The recovery codes that are left. A used one is deleted. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    /** SHA-256. A code has 80 random bits, so it needs no slow hash. */
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.hash] })],
)
