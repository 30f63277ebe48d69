import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import { NO_TEXT, type PlainTexts, type SearchedText } from '../../platform/db/searched-text.ts'
import type { CampaignId, GoalId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import type { Category, DeliverableKind, Platform, UsageChannel } from '../../shared/taxonomy.ts'
import { users } from '../accounts/schema.ts'

export const campaignStates = ['draft', 'active', 'paused', 'completed'] as const
export const visibilities = ['public', 'private'] as const

export interface WantedDeliverable {
  readonly kind: DeliverableKind
  readonly count: number
}

export const campaigns = sqliteTable(
  'campaigns',
  {
    /** Never reused: a new campaign must not inherit the activity of a deleted one. */
    id: integer().primaryKey({ autoIncrement: true }).$type<CampaignId>(),
    sponsorId: integer('sponsor_id')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    name: text().notNull().$type<SearchedText>(),
    searchName: text('search_name'),
    brief: text().notNull().$type<SearchedText>().default(NO_TEXT),
    searchBrief: text('search_brief'),
    category: text().$type<Category>(),
    niche: text(),
    platforms: text({ mode: 'json' }).notNull().$type<readonly Platform[]>(),
    wantedDeliverables: text('wanted_deliverables', { mode: 'json' })
      .notNull()
      .$type<readonly WantedDeliverable[]>(),
    hashtags: text().notNull().default(''),
    mentions: text().notNull().default(''),
    dos: text().notNull().default(''),
    donts: text().notNull().default(''),
    disclosure: text().notNull().default('#ad'),
    usageChannels: text('usage_channels', { mode: 'json' }).notNull().$type<readonly UsageChannel[]>(),
    usageMonths: integer('usage_months').notNull().default(3),
    /** IANA name. All days of the campaign are in this time zone, also the due dates of its requests. */
    timeZone: text('time_zone').notNull().default('UTC'),
    /** Calendar days, `YYYY-MM-DD`. */
    startDate: text('start_date'),
    endDate: text('end_date'),
    /** When the start date begins, and the first moment after the end date; see `scheduleOf`. */
    startsAt: integer('starts_at'),
    endsAt: integer('ends_at'),
    /** The end that the activity has recorded. Differs from `endsAt` after the end date was moved. */
    recordedEndAt: integer('recorded_end_at'),
    budget: integer().notNull().default(0).$type<Cents>(),
    committed: integer().notNull().default(0).$type<Cents>(),
    paid: integer().notNull().default(0).$type<Cents>(),
    visibility: text({ enum: visibilities }).notNull().default('public'),
    state: text({ enum: campaignStates }).notNull().default('draft'),
    /** A copy of the open flag in `flags`, which is written with it. */
    flaggedAt: integer('flagged_at'),
    flagReason: text('flag_reason'),
    createdAt: integer('created_at').notNull(),
    publishedAt: integer('published_at'),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('campaigns_state', sql`${table.state} in ${literals(campaignStates)}`),
    check('campaigns_visibility', sql`${table.visibility} in ${literals(visibilities)}`),
    check('campaigns_budget', sql`${table.committed} between 0 and ${table.budget}`),
    check('campaigns_paid', sql`${table.paid} between 0 and ${table.committed}`),
    check('campaigns_dates', sql`${table.startDate} <= ${table.endDate}`),
    index('campaigns_by_sponsor').on(table.sponsorId, table.id),
    index('campaigns_by_sponsor_and_state').on(table.sponsorId, table.state, table.id),
    index('campaigns_to_end')
      .on(table.endsAt, table.id)
      .where(sql`state in ('active', 'paused') and ends_at is not recorded_end_at`),
    index('campaigns_public')
      .on(table.publishedAt, table.id)
      .where(sql`state = 'active' and visibility = 'public' and flagged_at is null`),
  ],
)

export type CampaignRow = Readonly<PlainTexts<typeof campaigns.$inferSelect>>

export const campaignGoals = sqliteTable(
  'campaign_goals',
  {
    id: integer().primaryKey().$type<GoalId>(),
    campaignId: integer('campaign_id')
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' })
      .$type<CampaignId>(),
    position: integer().notNull(),
    text: text().notNull().$type<SearchedText>(),
    searchText: text('search_text'),
    doneAt: integer('done_at'),
  },
  (table) => [index('campaign_goals_by_campaign').on(table.campaignId, table.position)],
)
