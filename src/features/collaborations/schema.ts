import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { adRequests } from '../ad-requests/schema.ts'
import { campaigns } from '../campaigns/schema.ts'
import { users } from '../accounts/schema.ts'
import type { AdRequestId, CampaignId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'

export const collaborations = sqliteTable(
  'collaborations',
  {
    id: integer().primaryKey(),
    ad_request_id: integer()
      .notNull()
      .unique()
      .references(() => adRequests.id)
      .$type<AdRequestId>(),
    campaign_id: integer()
      .notNull()
      .references(() => campaigns.id)
      .$type<CampaignId>(),
    sponsor_id: integer()
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    influencer_id: integer()
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    state: text({ enum: ['awaiting_funding', 'in_progress', 'completed', 'cancelled', 'disputed', 'lapsed'] })
      .notNull()
      .default('awaiting_funding'),
    /** The terms as they were agreed, frozen: the accepted offer and what the campaign asked for at that moment. */
    terms: text({ mode: 'json' }).notNull(),
    payment_amount: integer().notNull().$type<Cents>(),
    /** When an unfunded one lapses and frees its budget. */
    funding_due_at: integer().notNull(),
    created_at: integer().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    check(
      'collaborations_state',
      sql`${table.state} in ('awaiting_funding', 'in_progress', 'completed', 'cancelled', 'disputed', 'lapsed')`,
    ),
    check('collaborations_payment', sql`${table.payment_amount} >= 0`),
    index('collaborations_by_sponsor').on(table.sponsor_id, table.state, table.id),
    index('collaborations_by_influencer').on(table.influencer_id, table.state, table.id),
    index('collaborations_by_campaign').on(table.campaign_id),
  ],
)
