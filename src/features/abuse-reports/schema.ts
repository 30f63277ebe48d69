import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { literals } from '../../platform/db/literals.ts'
import type { SearchedText } from '../../platform/db/searched-text.ts'
import type { AbuseCaseId, AbuseReportId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { type ModeratedSubject, moderatedSubjects } from '../flags/subject.ts'
import { reportOutcomes } from './abuse-report.ts'
import { caseStates, measures } from './case.ts'
import { type DismissalReason, dismissalReasonKeys } from './dismissal-reasons.ts'
import { type ReportReason, reasonKeys } from './reasons.ts'

/**
 * All open reports of one thing that somebody is responsible for. Both sides of an ad request can be reported, so that
 * is two cases. A report of a thing whose case is closed opens another case.
 */
export const abuseCases = sqliteTable(
  'abuse_cases',
  {
    id: integer().primaryKey({ autoIncrement: true }).$type<AbuseCaseId>(),
    subject: text().notNull().$type<ModeratedSubject>(),
    /** No foreign key: the case stays when a campaign is deleted with its requests and messages. */
    subjectId: integer('subject_id').notNull(),
    /** Whose thing it is. They must never learn who reported. */
    ownerId: integer('owner_id')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    /** The thing as it was when it was first reported: its name, the beginning of its text, and its owner's page. */
    title: text().notNull().$type<SearchedText>(),
    searchTitle: text('search_title'),
    excerpt: text().notNull(),
    path: text().notNull(),
    state: text({ enum: caseStates }).notNull().default('open'),
    /** See `weight.ts`. Kept up to date while the case is open. */
    weight: integer().notNull().default(0),
    reportCount: integer('report_count').notNull().default(0),
    /** Whether one of the reporters has ever reported in bad faith. */
    hasDoubtful: integer('has_doubtful', { mode: 'boolean' }).notNull().default(false),
    assigneeId: integer('assignee_id')
      .references(() => users.id)
      .$type<UserId>(),
    assignedAt: integer('assigned_at'),
    openedAt: integer('opened_at').notNull(),
    /** When the latest report came in. */
    reportedAt: integer('reported_at').notNull(),
    closedAt: integer('closed_at'),
    closedBy: integer('closed_by')
      .references(() => users.id)
      .$type<UserId>(),
    /** What was done if it was upheld, and why not if it was dismissed. */
    measure: text({ enum: measures }),
    dismissalReason: text('dismissal_reason').$type<DismissalReason>(),
    /** For admins: why they decided so. */
    note: text(),
    /** Goes up with each report and with each act of an admin. */
    version: integer().notNull().default(1),
  },
  (table) => [
    check('abuse_cases_subject', sql`${table.subject} in ${literals(moderatedSubjects)}`),
    check('abuse_cases_state', sql`${table.state} in ${literals(caseStates)}`),
    check('abuse_cases_measure', sql`${table.measure} in ${literals(measures)}`),
    check('abuse_cases_dismissal', sql`${table.dismissalReason} in ${literals(dismissalReasonKeys)}`),
    check('abuse_cases_doubtful', sql`${table.hasDoubtful} in (0, 1)`),
    check('abuse_cases_closed', sql`(${table.state} = 'open') = (${table.closedAt} is null)`),
    check('abuse_cases_assigned', sql`(${table.assigneeId} is null) = (${table.assignedAt} is null)`),
    uniqueIndex('abuse_cases_one_open')
      .on(table.subject, table.subjectId, table.ownerId)
      .where(sql`state = 'open'`),
    index('abuse_cases_by_owner').on(table.ownerId, table.id),
    index('abuse_cases_by_subject').on(table.subject, table.subjectId, table.id),
  ],
)

export const abuseReports = sqliteTable(
  'abuse_reports',
  {
    id: integer().primaryKey({ autoIncrement: true }).$type<AbuseReportId>(),
    caseId: integer('case_id')
      .notNull()
      .references(() => abuseCases.id)
      .$type<AbuseCaseId>(),
    reporterId: integer('reporter_id')
      .notNull()
      .references(() => users.id)
      .$type<UserId>(),
    reason: text().notNull().$type<ReportReason>(),
    prose: text().notNull(),
    outcome: text({ enum: reportOutcomes }).notNull().default('open'),
    /** When the outcome was last set. */
    decidedAt: integer('decided_at'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    check('abuse_reports_reason', sql`${table.reason} in ${literals(reasonKeys)}`),
    check('abuse_reports_outcome', sql`${table.outcome} in ${literals(reportOutcomes)}`),
    check('abuse_reports_decided', sql`(${table.outcome} = 'open') = (${table.decidedAt} is null)`),
    uniqueIndex('abuse_reports_once').on(table.caseId, table.reporterId),
    index('abuse_reports_by_reporter').on(table.reporterId, table.id),
    index('abuse_reports_by_reporter_and_time').on(table.reporterId, table.createdAt),
    index('abuse_reports_by_outcome').on(table.reporterId, table.outcome, table.decidedAt),
    index('abuse_reports_by_reason').on(table.caseId, table.reason),
  ],
)

/** What reporters wrote after they had reported. */
export const abuseReportAdditions = sqliteTable(
  'abuse_report_additions',
  {
    id: integer().primaryKey(),
    reportId: integer('report_id')
      .notNull()
      .references(() => abuseReports.id)
      .$type<AbuseReportId>(),
    prose: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('abuse_report_additions_once').on(table.reportId, table.prose),
    index('abuse_report_additions_by_report').on(table.reportId, table.id),
  ],
)
