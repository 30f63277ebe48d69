import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { SavedSearchId, ShortlistId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { influencers } from '../influencers/schema.ts'

/** A sponsor's named list of influencers. */
export const shortlists = sqliteTable(
  'shortlists',
  {
    id: integer().primaryKey().$type<ShortlistId>(),
    sponsorId: integer('sponsor_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    name: text().notNull(),
    createdAt: integer('created_at').notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    // Ignores case, so that no two lists of a sponsor look the same.
    uniqueIndex('shortlists_once').on(table.sponsorId, sql`lower(${table.name})`),
  ],
)

export const shortlistMembers = sqliteTable(
  'shortlist_members',
  {
    shortlistId: integer('shortlist_id')
      .notNull()
      .references(() => shortlists.id, { onDelete: 'cascade' })
      .$type<ShortlistId>(),
    influencerId: integer('influencer_id')
      .notNull()
      .references(() => influencers.userId, { onDelete: 'cascade' })
      .$type<UserId>(),
    note: text().notNull().default(''),
    addedAt: integer('added_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shortlistId, table.influencerId] }),
    index('shortlist_members_in_order').on(table.shortlistId, table.addedAt, table.influencerId),
    index('shortlist_members_by_influencer').on(table.influencerId),
  ],
)

export const savedSearches = sqliteTable(
  'saved_searches',
  {
    id: integer().primaryKey().$type<SavedSearchId>(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    kind: text({ enum: ['influencers', 'campaigns'] }).notNull(),
    name: text().notNull(),
    /** The search's query string, normalized. */
    query: text().notNull(),
    /** The query for the search index, as JSON; null if nothing can match. See `saved-kind.ts`. */
    criteria: text(),
    createdAt: integer('created_at').notNull(),
    /** Later matches are new. */
    seenAt: integer('seen_at').notNull(),
  },
  (table) => [
    check('saved_searches_kind', sql`${table.kind} in ('influencers', 'campaigns')`),
    uniqueIndex('saved_searches_once').on(table.userId, table.kind, table.query),
    index('saved_searches_by_user').on(table.userId, table.id),
  ],
)
