import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable } from 'drizzle-orm/sqlite-core'

/** Always empty: see `expectOneRow` in `write.ts`. */
export const writeGuard = sqliteTable('write_guard', { changed: integer().notNull() }, (table) => [
  check('exactly_one_row_changed', sql`${table.changed} = 1`),
])
