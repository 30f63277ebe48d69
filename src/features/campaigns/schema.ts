import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from '../accounts/schema.ts'
import type { CampaignId, GoalId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import type { Category, DeliverableKind, Platform, UsageChannel } from '../../shared/taxonomy.ts'

export const campaigns = sqliteTable(
  'campaigns',
  {
    /** Never used twice: the history of a deleted campaign must not become another one's. */
    id: integer().primaryKey({ autoIncrement: true }).$type<CampaignId>(),
    sponsor_id: integer()
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    name: text().notNull(),
    brief: text().notNull().default(''),
    category: text().$type<Category>(),
    niche: text(),
    platforms: text({ mode: 'json' }).notNull().$type<readonly Platform[]>(),
    wanted_deliverables: text({ mode: 'json' })
      .notNull()
      .$type<readonly { kind: DeliverableKind; count: number }[]>(),
    hashtags: text().notNull().default(''),
    mentions: text().notNull().default(''),
    dos: text().notNull().default(''),
    donts: text().notNull().default(''),
    disclosure: text().notNull().default('#ad'),
    usage_channels: text({ mode: 'json' }).notNull().$type<readonly UsageChannel[]>(),
    usage_months: integer().notNull().default(3),
    /** Calendar days, `YYYY-MM-DD`, of the sponsor's time zone. */
    start_date: text(),
    end_date: text(),
    /** The first moment after the end date in the sponsor's time zone: what clocks compare with. */
    ends_at: integer(),
    budget: integer().notNull().default(0).$type<Cents>(),
    committed: integer().notNull().default(0).$type<Cents>(),
    paid: integer().notNull().default(0).$type<Cents>(),
    visibility: text({ enum: ['public', 'private'] })
      .notNull()
      .default('public'),
    state: text({ enum: ['draft', 'active', 'paused', 'completed'] })
      .notNull()
      .default('draft'),
    flagged_at: integer(),
    flag_reason: text(),
    created_at: integer().notNull(),
    published_at: integer(),
    /** Of the form that made it: the same form sent twice makes one campaign. */
    form_key: text(),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('campaigns_state', sql`${table.state} in ('draft', 'active', 'paused', 'completed')`),
    check('campaigns_visibility', sql`${table.visibility} in ('public', 'private')`),
    check('campaigns_budget', sql`${table.committed} between 0 and ${table.budget}`),
    check('campaigns_paid', sql`${table.paid} between 0 and ${table.committed}`),
    check('campaigns_dates', sql`${table.start_date} <= ${table.end_date}`),
    uniqueIndex('campaigns_made_once').on(table.sponsor_id, table.form_key),
    index('campaigns_by_sponsor').on(table.sponsor_id, table.id),
    index('campaigns_by_sponsor_and_state').on(table.sponsor_id, table.state, table.id),
    index('campaigns_public')
      .on(table.published_at, table.id)
      .where(sql`state = 'active' and visibility = 'public' and flagged_at is null`),
  ],
)

export const campaignGoals = sqliteTable(
  'campaign_goals',
  {
    id: integer().primaryKey().$type<GoalId>(),
    campaign_id: integer()
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' })
      .$type<CampaignId>(),
    position: integer().notNull(),
    text: text().notNull(),
    done_at: integer(),
  },
  (table) => [index('campaign_goals_by_campaign').on(table.campaign_id, table.position)],
)
