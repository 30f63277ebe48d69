import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable } from 'drizzle-orm/sqlite-core'

/** It never has more than one row, the number 1: see `expectOneRow` in `write.ts`. */
export const writeGuard = sqliteTable('write_guard', { changed: integer().primaryKey() }, (table) => [
  check('exactly_one_row_changed', sql`${table.changed} = 1`),
])
