import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CampaignId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import type { EventKind, EventSubject } from './event-kinds.ts'

/** The source for timelines, the audit log and reports. Triggers refuse to change or delete rows. */
export const events = sqliteTable(
  'events',
  {
    id: integer().primaryKey(),
    subject: text().notNull().$type<EventSubject>(),
    subjectId: integer('subject_id').notNull(),
    kind: text().notNull().$type<EventKind>(),
    /** Null if no person did it, such as an expiry. */
    actorId: integer('actor_id')
      .references(() => users.id)
      .$type<UserId>(),
    fromState: text('from_state'),
    toState: text('to_state'),
    /** A person's reason, or a detail that the timeline's sentence needs. */
    note: text(),
    /** See `searched-text.ts`. */
    searchNote: text('search_note'),
    at: integer().notNull(),
    /** Whether it belongs to the audit log: admins did it, or the clock carried out what an admin had decided. */
    audited: integer({ mode: 'boolean' }).notNull().default(false),
    /** For the audit log: the HTTP request that did it. Null if it was the clock. */
    requestId: text('request_id'),
    /**
     * For the events of an ad request: its campaign and its two sides. Reports read them here, because a deleted
     * campaign takes its requests with it.
     */
    campaignId: integer('campaign_id').$type<CampaignId>(),
    sponsorId: integer('sponsor_id')
      .references(() => users.id)
      .$type<UserId>(),
    influencerId: integer('influencer_id')
      .references(() => users.id)
      .$type<UserId>(),
  },
  (table) => [
    index('events_by_subject').on(table.subject, table.subjectId, table.id),
    index('events_by_kind').on(table.subject, table.kind, table.at),
    index('events_by_sponsor')
      .on(table.sponsorId, table.at, table.kind, table.campaignId)
      .where(sql`sponsor_id is not null`),
    index('events_audited').on(table.id).where(sql`audited`),
    index('events_by_influencer')
      .on(table.influencerId, table.at, table.kind, table.campaignId)
      .where(sql`influencer_id is not null`),
  ],
)
