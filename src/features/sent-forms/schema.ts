import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'

/** Why a form was kept: its session had ended, or another account was signed in by then. */
export const keptReasons = ['signed_out', 'other_account'] as const

/** Forms that could not be saved, until their owner has signed in again. */
export const keptForms = sqliteTable(
  'kept_forms',
  {
    /** SHA-256 of the token in the URL. */
    id: text().primaryKey(),
    /** Who opened the form. Nobody else is shown it. */
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    /** Where it was sent to, with its query. */
    path: text().notNull(),
    /** The page with the form, if the browser said so. */
    page: text(),
    /** JSON: names of the HTML with their values. */
    fields: text({ mode: 'json' }).notNull().$type<KeptFields>(),
    reason: text({ enum: keptReasons }).notNull(),
    keptAt: integer('kept_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
  },
  (table) => [
    index('kept_forms_by_user').on(table.userId, table.keptAt),
    index('kept_forms_by_expiry').on(table.expiresAt),
    check('kept_forms_reason', sql`${table.reason} in ${literals(keptReasons)}`),
    check('kept_forms_size', sql`length(${table.fields}) <= 200000`),
  ],
)

/** Forms that have done what they are for, so that a double click does it once. */
export const usedForms = sqliteTable(
  'used_forms',
  {
    /** From the form's token: different each time the form is shown. */
    key: text().primaryKey(),
    /** Null for a visitor. */
    userId: integer('user_id')
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    /** See `contentOf`. Nothing that was sent can be found out from it. */
    content: text().notNull(),
    /** Where the response led, and the flash text that it showed there. Null until the response was sent. */
    location: text(),
    flash: text(),
    usedAt: integer('used_at').notNull(),
  },
  (table) => [index('used_forms_by_user').on(table.userId), index('used_forms_by_time').on(table.usedAt)],
)

export type KeptReason = (typeof keptReasons)[number]
export type KeptFields = readonly (readonly [name: string, values: readonly string[]])[]
export type KeptForm = typeof keptForms.$inferSelect
export type UsedForm = typeof usedForms.$inferSelect
