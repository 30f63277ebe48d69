import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PlainTexts, SearchedText } from '../../platform/db/searched-text.ts'
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
    companyName: text('company_name').notNull().$type<SearchedText>(),
    searchCompanyName: text('search_company_name'),
    industry: text().notNull(),
    /** Null if not provided. Never public. */
    annualBudget: integer('annual_budget').$type<Cents>(),
    website: text(),
    /** The folded name and the domain of the website, by which admins find duplicates: see `likeness.ts`. */
    nameKey: text('name_key').notNull().default(''),
    websiteDomain: text('website_domain'),
    /** The new name that an approved sponsor asks for. The old one stays until an admin approves. */
    requestedName: text('requested_name'),
    requestedNameKey: text('requested_name_key'),
    nameRequestedAt: integer('name_requested_at'),
    about: text().notNull().default(''),
    /** When they last asked for approval. Admins answer in this order. */
    submittedAt: integer('submitted_at').notNull(),
    /** When an admin last answered. Earlier than `submittedAt` while they wait. */
    answeredAt: integer('answered_at').notNull().default(0),
    profileChangedAt: integer('profile_changed_at').notNull().default(0),
    /** A copy of the open flag in `flags`, which is written with it. */
    flaggedAt: integer('flagged_at'),
    flagReason: text('flag_reason'),
  },
  (table) => [
    check('sponsors_annual_budget', sql`${table.annualBudget} >= 0`),
    index('sponsors_by_name_key').on(table.nameKey),
    index('sponsors_by_website').on(table.websiteDomain).where(sql`website_domain is not null`),
    index('sponsors_renamed').on(table.nameRequestedAt, table.userId).where(sql`requested_name is not null`),
    check(
      'sponsors_requested_name',
      sql`(${table.requestedName} is null) = (${table.nameRequestedAt} is null)`,
    ),
    index('sponsors_waiting').on(table.submittedAt, table.userId).where(sql`answered_at < submitted_at`),
  ],
)

/** The columns that sponsors fill in themselves. A new column needs a form field unless it is listed here. */
export type SponsorProfile = Omit<PlainTexts<typeof sponsors.$inferSelect>, NotInProfile>

/** A profile to be created. Columns with a default may be left out. */
export type NewSponsorProfile = Omit<PlainTexts<typeof sponsors.$inferInsert>, NotInProfile>

type NotInProfile =
  | 'userId'
  | 'submittedAt'
  | 'answeredAt'
  | 'profileChangedAt'
  | 'nameKey'
  | 'websiteDomain'
  | 'requestedName'
  | 'requestedNameKey'
  | 'nameRequestedAt'
  | 'flaggedAt'
  | 'flagReason'

/**
 * The name by which others know the account of a select from `users`: of a sponsor, the company name that an admin has
 * approved. Nobody approves a display name, so only its owner and admins see that of a sponsor.
 */
export const publicName = sql<string>`coalesce((select ${sponsors.companyName} from ${sponsors}
  where ${sponsors.userId} = ${users.id}), ${users.displayName})`
