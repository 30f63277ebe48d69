import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  type SQLiteColumn,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import type { AdRequestId, CampaignId, MessageId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import type { DeliverableKind, UsageChannel } from '../../shared/taxonomy.ts'
import { users } from '../accounts/schema.ts'
import { campaigns } from '../campaigns/schema.ts'
import type { RejectionReason } from './rejection-reasons.ts'
import { answerTimeSql } from './rows/answer-time.ts'

export const adRequestStates = ['pending', 'accepted', 'rejected', 'withdrawn', 'expired'] as const
export const sides = ['sponsor', 'influencer'] as const

/** A pending request shows whose turn it is instead. */
export const closedStateLabels = {
  accepted: 'Agreed',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
} as const

/** The colors of these states. Red is for harm: nobody refused what was withdrawn or ran out of time. */
export const closedTones = { accepted: 'done', rejected: 'off', withdrawn: 'wait', expired: 'wait' } as const

/** Whose turn it is, for the two sides (`mine`, `theirs`) and for admins. */
export const turnLabels = {
  mine: 'Your move',
  theirs: 'Their move',
  sponsor: "Sponsor's move",
  influencer: "Influencer's move",
} as const

const origins = ['invitation', 'application'] as const

export interface AgreedDeliverable {
  readonly kind: DeliverableKind
  readonly count: number
  /** The last day to deliver, `YYYY-MM-DD`, in the campaign's time zone. */
  readonly dueDate: string
}

export const adRequests = sqliteTable(
  'ad_requests',
  {
    /** Never reused: deleting a campaign deletes its requests, but their events stay. */
    id: integer().primaryKey({ autoIncrement: true }).$type<AdRequestId>(),
    campaignId: integer('campaign_id')
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' })
      .$type<CampaignId>(),
    /** The campaign's sponsor, copied here so that one index serves a sponsor's list. */
    sponsorId: integer('sponsor_id')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    influencerId: integer('influencer_id')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    origin: text({ enum: origins }).notNull(),
    state: text({ enum: adRequestStates }).notNull().default('pending'),
    /** Who must answer while it is pending. */
    turn: text({ enum: sides }).notNull(),
    /** The number and amount of the latest offer, copied here for lists. */
    offerNumber: integer('offer_number').notNull().default(1),
    paymentAmount: integer('payment_amount').notNull().$type<Cents>(),
    /** While pending: when the latest offer expires. Afterwards: when the request was closed. */
    closesAt: integer('closes_at').notNull(),
    /** While pending: when the side whose turn it is gets the next reminder. Null after the last one. */
    remindAt: integer('remind_at'),
    rejectionReason: text('rejection_reason').$type<RejectionReason>(),
    rejectionComment: text('rejection_comment'),
    /** A copy of the open flag in `flags`, which is written with it. */
    flaggedAt: integer('flagged_at'),
    flagReason: text('flag_reason'),
    createdAt: integer('created_at').notNull(),
    /** When the side that got the request first accepted, rejected or countered. Null until then. */
    firstAnsweredAt: integer('first_answered_at'),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('ad_requests_state', sql`${table.state} in ${literals(adRequestStates)}`),
    check('ad_requests_turn', sql`${table.turn} in ${literals(sides)}`),
    check('ad_requests_payment', sql`${table.paymentAmount} >= 0`),
    uniqueIndex('ad_requests_one_open')
      .on(table.campaignId, table.influencerId)
      .where(sql`state = 'pending'`),
    // The turn is only there for the dashboard, which counts what has expired since the last sweep.
    index('ad_requests_to_expire').on(table.closesAt, table.id, table.turn).where(sql`state = 'pending'`),
    index('ad_requests_to_remind')
      .on(table.remindAt, table.id)
      .where(sql`state = 'pending' and remind_at is not null`),
    index('ad_requests_by_campaign').on(table.campaignId, table.id),
    index('ad_requests_by_campaign_and_state').on(table.campaignId, table.state),
    ...ownListIndexes('sponsor', table.sponsorId, table.influencerId, table),
    ...ownListIndexes('influencer', table.influencerId, table.sponsorId, table),
    // Whose names and which campaigns' names a person's words are looked up in: each once, in the order of the ids.
    index('ad_requests_by_sponsor_and_influencer').on(table.sponsorId, table.influencerId),
    index('ad_requests_by_influencer_and_campaign').on(table.influencerId, table.campaignId),
    // For admins, who see all requests. `lower` hides these from the selects of a person's requests: SQLite has no
    // statistics, so it would take a state for as rare as a person. The columns at the end are for counting.
    index('ad_requests_by_state').on(
      sql`lower(${table.state})`,
      table.id,
      table.closesAt,
      table.turn,
      table.origin,
    ),
    index('ad_requests_by_creation').on(
      table.createdAt,
      table.id,
      sql`lower(${table.state})`,
      table.turn,
      table.origin,
    ),
    index('ad_requests_by_amount').on(table.paymentAmount, table.id),
    index('ad_requests_by_state_and_amount').on(sql`lower(${table.state})`, table.paymentAmount, table.id),
    index('ad_requests_flagged').on(table.flaggedAt, table.id).where(sql`flagged_at is not null`),
    index('ad_requests_by_closing').on(table.closesAt, table.id),
    index('ad_requests_by_state_and_closing').on(
      sql`lower(${table.state})`,
      table.closesAt,
      table.id,
      table.turn,
      table.origin,
    ),
    index('ad_requests_by_answer')
      .on(
        answerTimeSql(table.firstAnsweredAt, table.createdAt),
        table.firstAnsweredAt,
        table.id,
        table.createdAt,
        table.state,
        table.turn,
        table.origin,
      )
      .where(sql`first_answered_at is not null`),
  ],
)

export type AdRequestRow = Readonly<typeof adRequests.$inferSelect>

/** Immutable: a trigger refuses every update. */
export const offers = sqliteTable(
  'offers',
  {
    id: integer().primaryKey(),
    adRequestId: integer('ad_request_id')
      .notNull()
      .references(() => adRequests.id, { onDelete: 'cascade' })
      .$type<AdRequestId>(),
    number: integer().notNull(),
    madeBy: text('made_by', { enum: sides }).notNull(),
    paymentAmount: integer('payment_amount').notNull().$type<Cents>(),
    deliverables: text({ mode: 'json' }).notNull().$type<readonly AgreedDeliverable[]>(),
    requirements: text().notNull().default(''),
    usageChannels: text('usage_channels', { mode: 'json' }).notNull().$type<readonly UsageChannel[]>(),
    usageMonths: integer('usage_months').notNull(),
    message: text().notNull().default(''),
    madeAt: integer('made_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    uniqueIndex('offers_by_ad_request').on(table.adRequestId, table.number),
    check('offers_payment', sql`${table.paymentAmount} >= 0`),
    check('offers_made_by', sql`${table.madeBy} in ${literals(sides)}`),
  ],
)

export type OfferRow = Readonly<typeof offers.$inferSelect>

export const messages = sqliteTable(
  'messages',
  {
    /** Never reused: a new message must not inherit the flag or the reports of a deleted one. */
    id: integer().primaryKey({ autoIncrement: true }).$type<MessageId>(),
    adRequestId: integer('ad_request_id')
      .notNull()
      .references(() => adRequests.id, { onDelete: 'cascade' })
      .$type<AdRequestId>(),
    authorId: integer('author_id')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    body: text().notNull(),
    sentAt: integer('sent_at').notNull(),
    /** A copy of the open flag in `flags`, which is written with it. */
    flaggedAt: integer('flagged_at'),
    flagReason: text('flag_reason'),
  },
  (table) => [index('messages_by_ad_request').on(table.adRequestId, table.id)],
)

type ListColumns = Record<
  | 'id'
  | 'state'
  | 'turn'
  | 'closesAt'
  | 'campaignId'
  | 'origin'
  | 'paymentAmount'
  | 'createdAt'
  | 'firstAnsweredAt',
  SQLiteColumn
>

/**
 * The indexes of a person's own list: one for each of its orders, one for its tabs, and one for the days of first answers.
 * The last columns are for filters and words. With them, SQLite does not read the rows that do not match.
 */
function ownListIndexes(
  side: 'sponsor' | 'influencer',
  own: SQLiteColumn,
  other: SQLiteColumn,
  table: ListColumns,
) {
  const { id, state, turn, closesAt, campaignId, origin, paymentAmount, createdAt, firstAnsweredAt } = table
  const name = `ad_requests_by_${side}`
  return [
    index(name).on(own, id, state, turn, closesAt, campaignId, origin, other),
    index(`${name}_and_amount`).on(own, paymentAmount, id, state, turn, closesAt, campaignId, origin, other),
    index(`${name}_and_closing`).on(own, closesAt, id, state, turn, campaignId, origin, other),
    index(`${name}_and_state`).on(own, state, turn, closesAt, id),
    index(`${name}_and_answer`)
      .on(own, firstAnsweredAt, id, createdAt)
      .where(sql`first_answered_at is not null`),
  ]
}
