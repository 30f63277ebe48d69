import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AuditCheckId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import type { Break } from './break.ts'

/**
 * The chain of seals over the audit log: see docs/decisions/0018-audit-log.md. Triggers refuse to change or delete
 * rows.
 */
export const auditSeals = sqliteTable(
  'audit_seals',
  {
    /** Counts from 1 without gaps. */
    id: integer().primaryKey(),
    /** Which columns of an event it covers: see `formats` in `seal.ts`. */
    format: integer().notNull(),
    /** The hour that had ended when the seal was made: its start. It does not say which events are in the seal. */
    hour: integer().notNull(),
    firstEventId: integer('first_event_id').notNull(),
    lastEventId: integer('last_event_id').notNull(),
    /** How many audited events it covers: all between the last seal's last event and its own. */
    count: integer().notNull(),
    sealedAt: integer('sealed_at').notNull(),
    /** SHA-256, hexadecimal. The first seal has zeros. */
    previousHash: text('previous_hash').notNull(),
    hash: text().notNull(),
    /** The id and a short digest of each event, to find the one that was changed. */
    eventDigests: text('event_digests').notNull(),
  },
  (table) => [
    uniqueIndex('audit_seals_by_hash').on(table.hash),
    check('audit_seals_hash', sql`length(${table.hash}) = 64 and length(${table.previousHash}) = 64`),
    check('audit_seals_count', sql`${table.count} > 0`),
  ],
)

/** Each check of the chain. */
export const auditChecks = sqliteTable(
  'audit_checks',
  {
    id: integer().primaryKey().$type<AuditCheckId>(),
    startedAt: integer('started_at').notNull(),
    /** Null if the clock started it. */
    startedBy: integer('started_by')
      .references(() => users.id)
      .$type<UserId>(),
    /** When its last chunk ended. */
    updatedAt: integer('updated_at').notNull(),
    /** Null while it is running, or if it was cut off. */
    finishedAt: integer('finished_at'),
    /** The last seal that it has checked; 0 before the first one. */
    sealId: integer('seal_id').notNull().default(0),
    /** The hash of that seal. */
    hash: text(),
    events: integer().notNull().default(0),
    breaks: text({ mode: 'json' }).notNull().$type<readonly Break[]>().default(sql`'[]'`),
  },
  (table) => [
    index('audit_checks_unfinished').on(table.updatedAt).where(sql`finished_at is null`),
    index('audit_checks_finished').on(table.id).where(sql`finished_at is not null`),
    index('audit_checks_right').on(table.id).where(sql`finished_at is not null and breaks = '[]'`),
  ],
)

export type AuditCheck = Readonly<typeof auditChecks.$inferSelect>
