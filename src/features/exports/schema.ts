import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import type { ExportId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import type { Cursor } from './csv-file.ts'
import type { ExportParams, FileKind } from './kinds.ts'

export const exportStates = ['queued', 'ready', 'failed'] as const

/** Files that people asked for by e-mail. Their parts are in R2. A sweep removes both when they have expired. */
export const exportFiles = sqliteTable(
  'exports',
  {
    /** Never reused, because it names the parts in R2. */
    id: integer().primaryKey({ autoIncrement: true }).$type<ExportId>(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    kind: text().notNull().$type<FileKind>(),
    filters: text({ mode: 'json' }).notNull().$type<ExportParams>(),
    state: text({ enum: exportStates }).notNull().default('queued'),
    /** How far the file is written: the number of parts, their rows and bytes, and the sort key of the last row. */
    parts: integer().notNull().default(0),
    rows: integer().notNull().default(0),
    bytes: integer().notNull().default(0),
    cursor: text({ mode: 'json' }).$type<Cursor>(),
    /** How often the next part was begun. */
    attempts: integer().notNull().default(0),
    /** SHA-256 of the token in the link. */
    tokenHash: text('token_hash'),
    createdAt: integer('created_at').notNull(),
    readyAt: integer('ready_at'),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    check('exports_state', sql`${table.state} in ${literals(exportStates)}`),
    check(
      'exports_ready',
      sql`(${table.state} = 'ready') = (${table.tokenHash} is not null and ${table.readyAt} is not null)`,
    ),
    uniqueIndex('exports_one_waiting').on(table.userId, table.kind).where(sql`state = 'queued'`),
    index('exports_by_user').on(table.userId, table.id),
    index('exports_to_write').on(table.attempts, table.id).where(sql`state = 'queued'`),
    index('exports_to_remove').on(table.expiresAt, table.id),
  ],
)

export type ExportRow = Readonly<typeof exportFiles.$inferSelect>
