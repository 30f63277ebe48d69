import { sql } from 'drizzle-orm'
import { check, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { NO_TEXT, type PlainTexts, type SearchedText } from '../../platform/db/searched-text.ts'
import type { ChannelId, RateId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import type { Category, DeliverableKind, Platform } from '../../shared/taxonomy.ts'
import { users } from '../accounts/schema.ts'

export const influencers = sqliteTable(
  'influencers',
  {
    userId: integer('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    category: text().notNull().$type<Category>(),
    niche: text().notNull(),
    bio: text().notNull().$type<SearchedText>().default(NO_TEXT),
    searchBio: text('search_bio'),
    /** ISO 3166-1 alpha-2. */
    country: text().notNull(),
    city: text().notNull().default(''),
    /** ISO 639-1 codes. */
    languages: text({ mode: 'json' }).notNull().$type<readonly string[]>(),
    availability: text({ enum: ['open', 'limited', 'closed'] })
      .notNull()
      .default('open'),
    /** Derived from channels and rates, and updated with them: see `recompute-metrics.ts`. */
    followers: integer().notNull().default(0),
    reach: integer().notNull().default(0),
    engagementRate: real('engagement_rate').notNull().default(0),
    lowestPrice: integer('lowest_price').$type<Cents>(),
    /** Mean of their ratings, 1 to 5. Null without ratings. */
    rating: real(),
    ratingCount: integer('rating_count').notNull().default(0),
    /** A copy of the open flag in `flags`, which is written with it. */
    flaggedAt: integer('flagged_at'),
    flagReason: text('flag_reason'),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('influencers_availability', sql`${table.availability} in ('open', 'limited', 'closed')`),
    check(
      'influencers_metrics',
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
    handle: text().notNull().$type<SearchedText>(),
    searchHandle: text('search_handle'),
    url: text().notNull(),
    followers: integer().notNull(),
    averageViews: integer('average_views').notNull(),
    averageLikes: integer('average_likes').notNull(),
    averageComments: integer('average_comments').notNull(),
    postsLast30Days: integer('posts_last_30_days').notNull(),
    /** The day when the influencer looked up these numbers, `YYYY-MM-DD`. */
    metricsDate: text('metrics_date').notNull(),
  },
  (table) => [
    // Ignores case: a channel listed twice would count twice in the reach.
    uniqueIndex('channels_once').on(table.influencerId, table.platform, sql`lower(${table.handle})`),
    // SQLite knows only the case of ASCII. This is for the names of podcasts and blogs, which keep their case.
    uniqueIndex('channels_once_in_any_script').on(table.influencerId, table.platform, table.searchHandle),
    check(
      'channels_metrics',
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

/** The columns that influencers fill in themselves. A new column needs a form field unless it is listed here. */
export type InfluencerProfile = Omit<
  PlainTexts<typeof influencers.$inferSelect>,
  | 'userId'
  | 'followers'
  | 'reach'
  | 'engagementRate'
  | 'lowestPrice'
  | 'rating'
  | 'ratingCount'
  | 'flaggedAt'
  | 'flagReason'
  | 'version'
>

/** The columns of a channel that influencers fill in. */
export type ChannelDetails = Omit<PlainTexts<typeof channels.$inferSelect>, 'id' | 'influencerId'>

/** The columns of a price that influencers fill in. */
export type RateDetails = Omit<typeof rates.$inferSelect, 'id' | 'influencerId'>
