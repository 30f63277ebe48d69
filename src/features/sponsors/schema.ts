import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import { users } from '../accounts/schema.ts'

export const sponsors = sqliteTable(
  'sponsors',
  {
    userId: integer('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' })
      .$type<UserId>(),
    companyName: text('company_name').notNull(),
    industry: text().notNull(),
    /** Cents a year; null where not said. */
    yearlyBudget: integer('yearly_budget').$type<Cents>(),
    website: text(),
    about: text().notNull().default(''),
    /** When it last asked for approval: the order in which admins answer. */
    submittedAt: integer('submitted_at').notNull(),
    /** When an admin last answered; before `submitted_at` while it waits. */
    answeredAt: integer('answered_at').notNull().default(0),
  },
  (table) => [
    check('sponsors_yearly_budget', sql`${table.yearlyBudget} >= 0`),
    index('sponsors_waiting').on(table.submittedAt, table.userId).where(sql`answered_at < submitted_at`),
  ],
)
