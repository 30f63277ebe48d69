import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { FIGURES } from '../../platform/figures/table.ts'

/**
 * The columns of the figures, for queries. The table is not in `schema.ts`, because it is derived data: `npm run migrate`
 * makes it, not a migration.
 */
export const dailyFigures = sqliteTable(
  FIGURES,
  {
    /** 0 for the whole platform. */
    ownerId: integer('owner_id').notNull(),
    /** Days since 1970 in UTC. 0 for figures about now. */
    day: integer().notNull(),
    figure: text().notNull(),
    dimension: text().notNull(),
    value: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.day, table.figure, table.dimension] })],
)
