import { sql } from 'drizzle-orm'
import { check, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ChannelId, RateId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import type { Category, DeliverableKind, Platform } from '../../shared/taxonomy.ts'

export const users = sqliteTable(
  'users',
  {
    id: integer().primaryKey().$type<UserId>(),
    /** Lower case, as is the e-mail: that is what makes both unique whatever their case. */
    username: text().notNull().unique(),
    email: text().notNull().unique(),
    displayName: text('display_name').notNull(),
    passwordHash: text('password_hash').notNull(),
    role: text({ enum: ['admin', 'sponsor', 'influencer'] }).notNull(),
    status: text({ enum: ['pending', 'active', 'rejected', 'suspended'] }).notNull(),
    /** Why rejected or suspended, in the admin's words. */
    statusReason: text('status_reason'),
    timeZone: text('time_zone').notNull().default('UTC'),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at'),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('users_role', sql`${table.role} in ('admin', 'sponsor', 'influencer')`),
    check('users_status', sql`${table.status} in ('pending', 'active', 'rejected', 'suspended')`),
    check(
      'users_lower_case',
      sql`${table.username} = lower(${table.username}) and ${table.email} = lower(${table.email})`,
    ),
    index('users_by_role_and_status').on(table.role, table.status, table.id),
    // Of the few only: nearly everybody is an active influencer, and a walk by id finds those.
    index('users_by_rare_role').on(table.role, table.id).where(sql`role <> 'influencer'`),
    index('users_by_rare_status').on(table.status, table.id).where(sql`status <> 'active'`),
    // Usernames and e-mails have theirs by being unique.
    index('users_by_name').on(sql`lower(${table.displayName})`, table.id),
  ],
)

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token in the cookie: who reads the table cannot sign in with it. */
    id: text().primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [index('sessions_by_user').on(table.userId), index('sessions_by_expiry').on(table.expiresAt)],
)

/** What `throttle.ts` counts: attempts per key, and when the last one was let through. */
export const attempts = sqliteTable('attempts', {
  key: text().primaryKey(),
  attempts: integer().notNull(),
  lastAt: integer('last_at').notNull(),
})

export const sponsors = sqliteTable(
  'sponsors',
  {
    userId: integer('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    companyName: text('company_name').notNull(),
    industry: text().notNull(),
    /** Cents a year; null where not said. */
    yearlyBudget: integer('yearly_budget').$type<Cents>(),
    website: text(),
    about: text().notNull().default(''),
    /** When it last asked for approval: the order in which admins answer. */
    submittedAt: integer('submitted_at').notNull(),
    /** When an admin last answered; before `submitted_at` while it waits. */
    answeredAt: integer('answered_at').notNull().default(0),
  },
  (table) => [
    check('sponsors_yearly_budget', sql`${table.yearlyBudget} >= 0`),
    index('sponsors_waiting').on(table.submittedAt, table.userId).where(sql`answered_at < submitted_at`),
  ],
)

export const influencers = sqliteTable(
  'influencers',
  {
    userId: integer('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    category: text().notNull().$type<Category>(),
    niche: text().notNull(),
    bio: text().notNull().default(''),
    /** ISO 3166-1 alpha-2. */
    country: text().notNull(),
    city: text().notNull().default(''),
    /** ISO 639-1 codes. */
    languages: text({ mode: 'json' }).notNull().$type<readonly string[]>(),
    availability: text({ enum: ['open', 'limited', 'closed'] })
      .notNull()
      .default('open'),
    /** The next four follow from channels and rates and are written together with them; see figures.ts. */
    followers: integer().notNull().default(0),
    reach: integer().notNull().default(0),
    engagementRate: real('engagement_rate').notNull().default(0),
    lowestPrice: integer('lowest_price').$type<Cents>(),
    /** The mean of its ratings, 1 to 5, and how many there are; null while there is none. */
    rating: real(),
    ratingCount: integer('rating_count').notNull().default(0),
    flaggedAt: integer('flagged_at'),
    flagReason: text('flag_reason'),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('influencers_availability', sql`${table.availability} in ('open', 'limited', 'closed')`),
    check(
      'influencers_figures',
      sql`${table.followers} >= 0 and ${table.reach} >= 0 and ${table.engagementRate} >= 0`,
    ),
    check('influencers_rating', sql`${table.rating} between 1 and 5`),
    check('influencers_rating_count', sql`(${table.rating} is null) = (${table.ratingCount} = 0)`),
  ],
)

export const channels = sqliteTable(
  'channels',
  {
    id: integer().primaryKey().$type<ChannelId>(),
    influencerId: integer('influencer_id')
      .notNull()
      .references(() => influencers.userId, { onDelete: 'cascade' })
      .$type<UserId>(),
    platform: text().notNull().$type<Platform>(),
    handle: text().notNull(),
    url: text().notNull(),
    followers: integer().notNull(),
    averageViews: integer('average_views').notNull(),
    averageLikes: integer('average_likes').notNull(),
    averageComments: integer('average_comments').notNull(),
    postsLast30Days: integer('posts_last_30_days').notNull(),
    /** The day that the figures are of, `YYYY-MM-DD`. */
    figuresDate: text('figures_date').notNull(),
  },
  (table) => [
    // Whatever its case: the same account told twice would count twice in the reach.
    uniqueIndex('channels_once').on(table.influencerId, table.platform, sql`lower(${table.handle})`),
    check(
      'channels_figures',
      sql`min(${table.followers}, ${table.averageViews}, ${table.averageLikes}, ${table.averageComments}, ${table.postsLast30Days}) >= 0`,
    ),
  ],
)

export const rates = sqliteTable(
  'rates',
  {
    id: integer().primaryKey().$type<RateId>(),
    influencerId: integer('influencer_id')
      .notNull()
      .references(() => influencers.userId, { onDelete: 'cascade' })
      .$type<UserId>(),
    kind: text().notNull().$type<DeliverableKind>(),
    price: integer().notNull().$type<Cents>(),
    days: integer().notNull(),
  },
  (table) => [
    uniqueIndex('rates_once').on(table.influencerId, table.kind),
    check('rates_positive', sql`${table.price} >= 0 and ${table.days} > 0`),
  ],
)

export type Role = (typeof users.$inferSelect)['role']
export type UserStatus = (typeof users.$inferSelect)['status']
