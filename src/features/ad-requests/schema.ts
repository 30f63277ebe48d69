import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { campaigns } from '../campaigns/schema.ts'
import { users } from '../accounts/schema.ts'
import type { AdRequestId, CampaignId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import type { DeliverableKind, UsageChannel } from '../../shared/taxonomy.ts'

/** One deliverable of an offer: so many of a kind, due on a calendar day (`YYYY-MM-DD`). */
export interface AgreedDeliverable {
  readonly kind: DeliverableKind
  readonly count: number
  readonly due_date: string
}

export const adRequests = sqliteTable(
  'ad_requests',
  {
    /** Never given twice: a campaign that is deleted takes its requests along, but not their events. */
    id: integer().primaryKey({ autoIncrement: true }).$type<AdRequestId>(),
    campaign_id: integer()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' })
      .$type<CampaignId>(),
    /** The campaign's sponsor, here too so that a sponsor's list is one walk along an index. */
    sponsor_id: integer()
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    influencer_id: integer()
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    origin: text({ enum: ['invitation', 'application'] }).notNull(),
    state: text({ enum: ['pending', 'accepted', 'rejected', 'withdrawn', 'expired'] })
      .notNull()
      .default('pending'),
    /** Who must answer while it is pending. */
    turn: text({ enum: ['sponsor', 'influencer'] }).notNull(),
    /** Number and amount of the latest offer, for lists. */
    offer_number: integer().notNull().default(1),
    payment_amount: integer().notNull().$type<Cents>(),
    /** While pending: when the latest offer expires. Afterwards: when the request was closed. */
    closes_at: integer().notNull(),
    rejection_reason: text(),
    rejection_words: text(),
    created_at: integer().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    check(
      'ad_requests_state',
      sql`${table.state} in ('pending', 'accepted', 'rejected', 'withdrawn', 'expired')`,
    ),
    check('ad_requests_turn', sql`${table.turn} in ('sponsor', 'influencer')`),
    check('ad_requests_payment', sql`${table.payment_amount} >= 0`),
    uniqueIndex('ad_requests_one_open')
      .on(table.campaign_id, table.influencer_id)
      .where(sql`state = 'pending'`),
    index('ad_requests_by_campaign').on(table.campaign_id, table.id),
    index('ad_requests_by_campaign_and_state').on(table.campaign_id, table.state),
    index('ad_requests_by_sponsor').on(table.sponsor_id, table.id),
    index('ad_requests_by_sponsor_and_state').on(
      table.sponsor_id,
      table.state,
      table.turn,
      table.closes_at,
      table.id,
    ),
    index('ad_requests_closed_by_sponsor')
      .on(table.sponsor_id, table.closes_at, table.id)
      .where(sql`state <> 'accepted'`),
    index('ad_requests_agreed_by_sponsor').on(table.sponsor_id, table.id).where(sql`state = 'accepted'`),
    index('ad_requests_agreed_by_influencer')
      .on(table.influencer_id, table.id)
      .where(sql`state = 'accepted'`),
    index('ad_requests_by_influencer').on(table.influencer_id, table.id),
    index('ad_requests_by_influencer_and_state').on(
      table.influencer_id,
      table.state,
      table.turn,
      table.closes_at,
      table.id,
    ),
    index('ad_requests_closed_by_influencer')
      .on(table.influencer_id, table.closes_at, table.id)
      .where(sql`state <> 'accepted'`),
  ],
)

/** Immutable: a trigger refuses every update. */
export const offers = sqliteTable(
  'offers',
  {
    id: integer().primaryKey(),
    ad_request_id: integer()
      .notNull()
      .references(() => adRequests.id, { onDelete: 'cascade' })
      .$type<AdRequestId>(),
    number: integer().notNull(),
    made_by: text({ enum: ['sponsor', 'influencer'] }).notNull(),
    payment_amount: integer().notNull().$type<Cents>(),
    deliverables: text({ mode: 'json' }).notNull().$type<readonly AgreedDeliverable[]>(),
    requirements: text().notNull().default(''),
    usage_channels: text({ mode: 'json' }).notNull().$type<readonly UsageChannel[]>(),
    usage_months: integer().notNull(),
    message: text().notNull().default(''),
    made_at: integer().notNull(),
    expires_at: integer().notNull(),
  },
  (table) => [
    uniqueIndex('offers_by_ad_request').on(table.ad_request_id, table.number),
    check('offers_payment', sql`${table.payment_amount} >= 0`),
    check('offers_made_by', sql`${table.made_by} in ('sponsor', 'influencer')`),
  ],
)

export const messages = sqliteTable(
  'messages',
  {
    id: integer().primaryKey(),
    ad_request_id: integer()
      .notNull()
      .references(() => adRequests.id, { onDelete: 'cascade' })
      .$type<AdRequestId>(),
    author_id: integer()
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    body: text().notNull(),
    sent_at: integer().notNull(),
  },
  (table) => [index('messages_by_ad_request').on(table.ad_request_id, table.id)],
)
