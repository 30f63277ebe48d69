import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import type { BulkActionId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { bulkStates, type Position, rowOutcomes, type StoredScope } from './bulk-action.ts'

/** Actions of admins on many rows of a list. They are carried out in chunks. */
export const bulkActions = sqliteTable(
  'bulk_actions',
  {
    id: integer().primaryKey().$type<BulkActionId>(),
    kind: text().notNull(),
    scope: text({ mode: 'json' }).notNull().$type<StoredScope>(),
    /** When the admin saw the list. Rows that changed later are left alone. */
    seenAt: integer('seen_at').notNull(),
    /** What the admin filled in, as it was typed. */
    fields: text({ mode: 'json' }).notNull().$type<Readonly<Record<string, string>>>(),
    /** How many rows it was about when it started. */
    total: integer().notNull(),
    startedBy: integer('started_by')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    /** Who started it, or resumed it last, and in which request. Its events bear their name. */
    actorId: integer('actor_id')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    requestId: text('request_id').notNull(),
    state: text({ enum: bulkStates }).notNull().default('running'),
    /** Why it was stopped, as a sentence. */
    stopReason: text('stop_reason'),
    /** The sort key of the last row that it has looked at. Null at the start. */
    position: text({ mode: 'json' }).$type<Position>(),
    changed: integer().notNull().default(0),
    skipped: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    /** The first error, for admins. */
    error: text(),
    /** Counts the chunks and whatever else changes the row. Each chunk expects the version that it began with. */
    version: integer().notNull().default(1),
    startedAt: integer('started_at').notNull(),
    /** When a chunk was last carried out. */
    movedAt: integer('moved_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (table) => [
    check('bulk_actions_state', sql`${table.state} in ${literals(bulkStates)}`),
    check('bulk_actions_done', sql`(${table.state} = 'done') = (${table.endedAt} is not null)`),
    index('bulk_actions_by_state').on(table.state, table.id),
    index('bulk_actions_by_kind').on(table.kind, table.id),
    index('bulk_actions_by_start').on(table.startedAt),
  ],
)

/** The rows that an action did not change, and why. */
export const bulkActionRows = sqliteTable(
  'bulk_action_rows',
  {
    actionId: integer('action_id')
      .notNull()
      .references(() => bulkActions.id, { onDelete: 'cascade' })
      .$type<BulkActionId>(),
    rowId: integer('row_id').notNull(),
    /** What the list called the row. */
    name: text().notNull(),
    outcome: text({ enum: rowOutcomes }).notNull(),
    reason: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actionId, table.rowId] }),
    index('bulk_action_rows_by_row').on(table.rowId),
    check('bulk_action_rows_outcome', sql`${table.outcome} in ${literals(rowOutcomes)}`),
  ],
)

export type BulkAction = Readonly<typeof bulkActions.$inferSelect>
export type BulkActionRow = Readonly<typeof bulkActionRows.$inferSelect>
