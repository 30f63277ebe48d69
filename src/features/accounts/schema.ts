import { type SQL, sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import type { PlainTexts, SearchedText } from '../../platform/db/searched-text.ts'
import type { UserId } from '../../shared/ids.ts'

/**
 * `deleting`: the owner or an admin asked to delete the account. Until that happens, its owner can only keep it after
 * all, or download what is stored about them. `deleted`: only the row is left, for what refers to it.
 */
export const userStatuses = ['pending', 'active', 'rejected', 'suspended', 'deleting', 'deleted'] as const

/** Whoever has one of these cannot use the account. They only get messages about security or what they agreed to. */
export const closedStatuses = ['suspended', 'deleting', 'deleted'] as const satisfies readonly UserStatus[]

export const users = sqliteTable(
  'users',
  {
    id: integer().primaryKey().$type<UserId>(),
    /** Lower case, like the e-mail address, which makes both unique regardless of case. */
    username: text().notNull().unique(),
    /** Unique among the confirmed ones only, so that signing up tells nobody whether an address has an account. */
    email: text().notNull(),
    /** Whether its owner has followed our link. Until then, nothing but such links is mailed to it. */
    isEmailConfirmed: integer('is_email_confirmed', { mode: 'boolean' }).notNull().default(true),
    emailDomain: text('email_domain').generatedAlwaysAs(sql`substr(email, instr(email, '@') + 1)`),
    displayName: text('display_name').notNull().$type<SearchedText>(),
    searchDisplayName: text('search_display_name'),
    passwordHash: text('password_hash').notNull(),
    /** Milliseconds UTC. 0: it is the one from sign-up. */
    passwordChangedAt: integer('password_changed_at').notNull().default(0),
    role: text({ enum: ['admin', 'sponsor', 'influencer'] }).notNull(),
    status: text({ enum: userStatuses }).notNull(),
    /** The admin's reason for a rejection. */
    statusReason: text('status_reason'),
    /** While suspended, and while a suspended account waits for its deletion: the status before, the admin's reason, and the end in milliseconds UTC (null: no end). */
    suspendedFrom: text('suspended_from', { enum: ['pending', 'active', 'rejected'] }),
    suspensionReason: text('suspension_reason'),
    suspendedUntil: integer('suspended_until'),
    timeZone: text('time_zone').notNull().default('UTC'),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at'),
    /** When the daily reminder and the monthly report are due. 0 means not planned yet. */
    nextReminderAt: integer('next_reminder_at').notNull().default(0),
    nextReportAt: integer('next_report_at').notNull().default(0),
    /** When to look whether the account can be removed, while its address is not confirmed. 0 means not planned yet. */
    removalCheckAt: integer('removal_check_at').notNull().default(0),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('users_role', sql`${table.role} in ('admin', 'sponsor', 'influencer')`),
    check('users_status', sql`${table.status} in ${literals(userStatuses)}`),
    check('users_suspended_from', sql`${table.suspendedFrom} in ('pending', 'active', 'rejected')`),
    check(
      'users_suspension',
      sql`${table.status} in ('suspended', 'deleting', 'deleted') or coalesce(${table.suspendedFrom}, ${table.suspensionReason},
        ${table.suspendedUntil}) is null`,
    ),
    check(
      'users_lower_case',
      sql`${table.username} = lower(${table.username}) and ${table.email} = lower(${table.email})`,
    ),
    check('users_is_email_confirmed', sql`${table.isEmailConfirmed} in (0, 1)`),
    uniqueIndex('users_by_confirmed_email').on(table.email).where(sql`is_email_confirmed = 1`),
    index('users_by_unconfirmed_email').on(table.email, table.id).where(sql`is_email_confirmed = 0`),
    index('users_to_check')
      .on(table.removalCheckAt, table.id)
      .where(sql`is_email_confirmed = 0 and status not in ('deleting', 'deleted')`),
    index('users_by_role_and_status').on(table.role, table.status, table.id),
    index('users_by_next_reminder').on(table.nextReminderAt, table.id),
    // Admins look for sponsors with the same e-mail domain.
    index('sponsors_by_email_domain').on(table.emailDomain).where(sql`role = 'sponsor'`),
    index('users_by_next_report').on(table.nextReportAt, table.id),
    index('users_by_suspension_end')
      .on(table.suspendedUntil, table.id)
      .where(sql`suspended_until is not null`),
    // The three orders by name in the list of people. Few are not active, and few have not confirmed their address.
    index('users_by_name').on(sql`lower(${table.displayName})`, table.id, table.role, table.status),
    index('users_by_status_and_name')
      .on(table.status, sql`lower(${table.displayName})`, table.id)
      .where(sql`status <> 'active'`),
    index('users_by_unconfirmed_name')
      .on(sql`lower(${table.displayName})`, table.id, table.role, table.status)
      .where(sql`is_email_confirmed = 0`),
    // Nearly everybody is active, and a scan by id finds those. This one holds everyone else.
    index('users_by_rare_status').on(table.status, table.id).where(sql`status <> 'active'`),
  ],
)

/** Whether an account has this address and has confirmed it. At most one has. A literal, for the index. */
export function isConfirmedEmail(address: string | SQL): SQL {
  return sql`${users.email} = ${address} and ${users.isEmailConfirmed} = 1`
}

/** Whether an account has this address, confirmed or not. Each half has an index of its own. */
export function hasEmail(address: string): SQL {
  return sql`((${isConfirmedEmail(address)}) or (${users.email} = ${address} and ${users.isEmailConfirmed} = 0))`
}

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token in the cookie, so nobody can sign in with what they read here. */
    id: text().primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    /** Names the session in forms, where its owner ends it. */
    publicId: text('public_id').notNull().default(sql`(lower(hex(randomblob(8))))`),
    /** Where it was started: see `RequestOrigin`. */
    device: text().notNull().default(''),
    place: text().notNull().default(''),
    network: text().notNull().default(''),
    createdAt: integer('created_at').notNull(),
    /** Written at most once an hour. */
    lastSeenAt: integer('last_seen_at').notNull().default(0),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    index('sessions_by_user').on(table.userId, table.createdAt),
    index('sessions_by_expiry').on(table.expiresAt),
  ],
)

/** Attempts per key, for `rate-limit.ts`. */
export const attempts = sqliteTable(
  'attempts',
  {
    key: text().primaryKey(),
    attempts: integer().notNull(),
    /** When the last attempt was allowed. */
    lastAt: integer('last_at').notNull(),
  },
  (table) => [index('attempts_by_last').on(table.lastAt)],
)

export type Role = (typeof users.$inferSelect)['role']
export type UserStatus = (typeof userStatuses)[number]

/** The columns that people fill in themselves. A new column needs a form field unless it is listed here. */
export type AccountDetails = Omit<
  PlainTexts<typeof users.$inferSelect>,
  | 'id'
  | 'username'
  | 'emailDomain'
  | 'isEmailConfirmed'
  | 'passwordHash'
  | 'passwordChangedAt'
  | 'role'
  | 'status'
  | 'statusReason'
  | 'suspendedFrom'
  | 'suspensionReason'
  | 'suspendedUntil'
  | 'createdAt'
  | 'lastSeenAt'
  | 'nextReminderAt'
  | 'nextReportAt'
  | 'removalCheckAt'
  | 'version'
>
