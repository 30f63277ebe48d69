import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import type { AdRequestId, CampaignId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import { users } from '../accounts/schema.ts'
import { adRequests } from '../ad-requests/schema.ts'
import { campaigns } from '../campaigns/schema.ts'
import type { AgreedTerms } from './terms.ts'

export const collaborationStates = [
  'awaiting_funding',
  'in_progress',
  'completed',
  'cancelled',
  'disputed',
  'lapsed',
] as const

/** A collaboration in one of these states has not ended. */
export const activeStates = [
  'awaiting_funding',
  'in_progress',
  'disputed',
] as const satisfies readonly (typeof collaborationStates)[number][]

export const collaborations = sqliteTable(
  'collaborations',
  {
    id: integer().primaryKey(),
    adRequestId: integer('ad_request_id')
      .notNull()
      .unique()
      .references(() => adRequests.id)
      .$type<AdRequestId>(),
    campaignId: integer('campaign_id')
      .notNull()
      .references(() => campaigns.id)
      .$type<CampaignId>(),
    sponsorId: integer('sponsor_id')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    influencerId: integer('influencer_id')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    state: text({ enum: collaborationStates }).notNull().default('awaiting_funding'),
    /** Immutable: a trigger refuses every update. */
    terms: text({ mode: 'json' }).notNull().$type<AgreedTerms>(),
    paymentAmount: integer('payment_amount').notNull().$type<Cents>(),
    /** What the influencer's reach was when they agreed. The price per reach of a deal stays what it was. */
    influencerReach: integer('influencer_reach').notNull().default(0),
    /** If it is not funded by then, it lapses and its budget is free again. */
    fundingDueAt: integer('funding_due_at').notNull(),
    createdAt: integer('created_at').notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('collaborations_state', sql`${table.state} in ${literals(collaborationStates)}`),
    check('collaborations_payment', sql`${table.paymentAmount} >= 0`),
    check('collaborations_reach', sql`${table.influencerReach} >= 0`),
    index('collaborations_by_sponsor').on(table.sponsorId, table.state, table.id),
    index('collaborations_by_influencer').on(table.influencerId, table.state, table.id),
    index('collaborations_by_campaign').on(table.campaignId),
  ],
)
