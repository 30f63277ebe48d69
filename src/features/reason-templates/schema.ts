import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import type { ReasonTemplateId } from '../../shared/ids.ts'
import { purposeKeys } from './reason-template.ts'

/** Reasons that admins often give. They choose one and may edit its text. */
export const reasonTemplates = sqliteTable(
  'reason_templates',
  {
    id: integer().primaryKey().$type<ReasonTemplateId>(),
    purpose: text({ enum: purposeKeys }).notNull(),
    /** What admins choose by. Only they see it. */
    title: text().notNull(),
    text: text().notNull(),
    /** The order in which they are offered. */
    position: integer().notNull(),
    /** Null while it is offered. */
    retiredAt: integer('retired_at'),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('reason_templates_purpose', sql`${table.purpose} in ${literals(purposeKeys)}`),
    index('reason_templates_by_purpose').on(table.purpose, table.position, table.id),
  ],
)

export type ReasonTemplate = Readonly<typeof reasonTemplates.$inferSelect>
