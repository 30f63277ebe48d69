import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import { type FollowerTier, followerTierKeys } from '../../shared/follower-tier.ts'
import type { AdRequestId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import type { Category, DeliverableKind } from '../../shared/taxonomy.ts'
import { users } from '../accounts/schema.ts'
import { adRequests } from '../ad-requests/schema.ts'

/** What was agreed for one deliverable. Only agreements for a single kind of deliverable have a row. */
export const agreedPrices = sqliteTable(
  'agreed_prices',
  {
    adRequestId: integer('ad_request_id')
      .primaryKey()
      .references(() => adRequests.id, { onDelete: 'cascade' })
      .$type<AdRequestId>(),
    sponsorId: integer('sponsor_id')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    influencerId: integer('influencer_id')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    kind: text().notNull().$type<DeliverableKind>(),
    /** The influencer's category and tier when they agreed. */
    category: text().notNull().$type<Category>(),
    tier: text().notNull().$type<FollowerTier>(),
    unitPrice: integer('unit_price').notNull().$type<Cents>(),
    agreedAt: integer('agreed_at').notNull(),
  },
  (table) => [
    check('agreed_prices_tier', sql`${table.tier} in ${literals(followerTierKeys)}`),
    check('agreed_prices_unit_price', sql`${table.unitPrice} > 0`),
    index('agreed_prices_by_group').on(table.kind, table.category, table.tier, table.agreedAt),
  ],
)
