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
    display_name: text().notNull(),
    password_hash: text().notNull(),
    role: text({ enum: ['admin', 'sponsor', 'influencer'] }).notNull(),
    status: text({ enum: ['pending', 'active', 'rejected', 'suspended'] }).notNull(),
    /** Why rejected or suspended, in the admin's words. */
    status_reason: text(),
    time_zone: text().notNull().default('UTC'),
    created_at: integer().notNull(),
    last_seen_at: integer(),
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
    index('users_by_name').on(sql`lower(${table.display_name})`, table.id),
  ],
)

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token in the cookie: who reads the table cannot sign in with it. */
    id: text().primaryKey(),
    user_id: integer()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    created_at: integer().notNull(),
    expires_at: integer().notNull(),
  },
  (table) => [index('sessions_by_user').on(table.user_id), index('sessions_by_expiry').on(table.expires_at)],
)

/** What `throttle.ts` counts: tries per key, and when the last one was let through. */
export const tries = sqliteTable('tries', {
  key: text().primaryKey(),
  tries: integer().notNull(),
  last_at: integer().notNull(),
})

export const sponsors = sqliteTable(
  'sponsors',
  {
    user_id: integer()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    company_name: text().notNull(),
    industry: text().notNull(),
    /** Cents a year; null where not said. */
    yearly_budget: integer().$type<Cents>(),
    website: text(),
    about: text().notNull().default(''),
    /** When it last asked for approval: the order in which admins answer. */
    submitted_at: integer().notNull(),
    /** When an admin last answered; before `submitted_at` while it waits. */
    answered_at: integer().notNull().default(0),
  },
  (table) => [
    check('sponsors_yearly_budget', sql`${table.yearly_budget} >= 0`),
    index('sponsors_waiting').on(table.submitted_at, table.user_id).where(sql`answered_at < submitted_at`),
  ],
)

export const influencers = sqliteTable(
  'influencers',
  {
    user_id: integer()
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
    engagement_rate: real().notNull().default(0),
    lowest_price: integer().$type<Cents>(),
    /** The mean of its ratings, 1 to 5, and how many there are; null while there is none. */
    rating: real(),
    rating_count: integer().notNull().default(0),
    flagged_at: integer(),
    flag_reason: text(),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('influencers_availability', sql`${table.availability} in ('open', 'limited', 'closed')`),
    check(
      'influencers_figures',
      sql`${table.followers} >= 0 and ${table.reach} >= 0 and ${table.engagement_rate} >= 0`,
    ),
    check('influencers_rating', sql`${table.rating} between 1 and 5`),
    check('influencers_rating_count', sql`(${table.rating} is null) = (${table.rating_count} = 0)`),
  ],
)

export const channels = sqliteTable(
  'channels',
  {
    id: integer().primaryKey().$type<ChannelId>(),
    influencer_id: integer()
      .notNull()
      .references(() => influencers.user_id, { onDelete: 'cascade' })
      .$type<UserId>(),
    platform: text().notNull().$type<Platform>(),
    handle: text().notNull(),
    url: text().notNull(),
    followers: integer().notNull(),
    average_views: integer().notNull(),
    average_likes: integer().notNull(),
    average_comments: integer().notNull(),
    posts_last_30_days: integer().notNull(),
    /** The day that the figures are of, `YYYY-MM-DD`. */
    figures_date: text().notNull(),
  },
  (table) => [
    // Whatever its case: the same account told twice would count twice in the reach.
    uniqueIndex('channels_once').on(table.influencer_id, table.platform, sql`lower(${table.handle})`),
    check(
      'channels_figures',
      sql`min(${table.followers}, ${table.average_views}, ${table.average_likes}, ${table.average_comments}, ${table.posts_last_30_days}) >= 0`,
    ),
  ],
)

export const rates = sqliteTable(
  'rates',
  {
    id: integer().primaryKey().$type<RateId>(),
    influencer_id: integer()
      .notNull()
      .references(() => influencers.user_id, { onDelete: 'cascade' })
      .$type<UserId>(),
    kind: text().notNull().$type<DeliverableKind>(),
    price: integer().notNull().$type<Cents>(),
    days: integer().notNull(),
  },
  (table) => [
    uniqueIndex('rates_once').on(table.influencer_id, table.kind),
    check('rates_positive', sql`${table.price} >= 0 and ${table.days} > 0`),
  ],
)

export type Role = (typeof users.$inferSelect)['role']
export type UserStatus = (typeof users.$inferSelect)['status']
