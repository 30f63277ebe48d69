import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { campaigns } from '../campaigns/schema.ts'
import { influencers, users } from '../accounts/schema.ts'
import type { CampaignId, SavedSearchId, ShortlistId, UserId } from '../../shared/ids.ts'

/**
 * Who can be found, and its place in each order: a row's id in the index of that order. Triggers keep it in step
 * with what it comes from, and the indexes in step with it; see `migrations/0002_search.sql` and
 * `0003_search_in_order.sql`.
 */
export const influencerRanks = sqliteTable('influencer_ranks', {
  influencer_id: integer()
    .primaryKey()
    .references(() => influencers.user_id, { onDelete: 'cascade' })
    .$type<UserId>(),
  by_reach: integer().notNull(),
  by_followers: integer().notNull(),
  by_engagement: integer().notNull(),
  by_rating: integer().notNull(),
  by_price: integer().notNull(),
  by_newest: integer().notNull(),
})

/** As `influencerRanks`, of campaigns that are open to everybody. */
export const campaignRanks = sqliteTable('campaign_ranks', {
  campaign_id: integer()
    .primaryKey()
    .references(() => campaigns.id, { onDelete: 'cascade' })
    .$type<CampaignId>(),
  by_newest: integer().notNull(),
  by_budget: integer().notNull(),
  by_ending: integer().notNull(),
})

/** What people call a category and a niche, for the words of a search: a copy of `shared/taxonomy.ts`. */
export const taxonomyWords = sqliteTable(
  'taxonomy_words',
  {
    category: text().notNull(),
    niche: text().notNull(),
    words: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.category, table.niche] })],
)

/** A sponsor's named list of influencers. */
export const shortlists = sqliteTable(
  'shortlists',
  {
    id: integer().primaryKey().$type<ShortlistId>(),
    sponsor_id: integer()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    name: text().notNull(),
    created_at: integer().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    // Whatever its case: two lists of one name could not be told apart.
    uniqueIndex('shortlists_once').on(table.sponsor_id, sql`lower(${table.name})`),
  ],
)

export const shortlistMembers = sqliteTable(
  'shortlist_members',
  {
    shortlist_id: integer()
      .notNull()
      .references(() => shortlists.id, { onDelete: 'cascade' })
      .$type<ShortlistId>(),
    influencer_id: integer()
      .notNull()
      .references(() => influencers.user_id, { onDelete: 'cascade' })
      .$type<UserId>(),
    note: text().notNull().default(''),
    added_at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shortlist_id, table.influencer_id] }),
    index('shortlist_members_in_order').on(table.shortlist_id, table.added_at, table.influencer_id),
    index('shortlist_members_by_influencer').on(table.influencer_id),
  ],
)

export const savedSearches = sqliteTable(
  'saved_searches',
  {
    id: integer().primaryKey().$type<SavedSearchId>(),
    user_id: integer()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    /** What is looked for. */
    kind: text({ enum: ['influencers', 'campaigns'] }).notNull(),
    name: text().notNull(),
    /** The search's own address, after the question mark, in its normal form. */
    query: text().notNull(),
    /** What follows from it for the database, as JSON; null when nothing can be found by it. See `saved-kind.ts`. */
    criteria: text(),
    created_at: integer().notNull(),
    /** What has come since then is new. */
    seen_at: integer().notNull(),
  },
  (table) => [
    check('saved_searches_kind', sql`${table.kind} in ('influencers', 'campaigns')`),
    uniqueIndex('saved_searches_once').on(table.user_id, table.kind, table.query),
    index('saved_searches_by_user').on(table.user_id, table.id),
  ],
)
