import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import type { AbuseCaseId, UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { activityOf } from '../../activity/queries.ts'
import { isGone } from '../../flags/over.ts'
import { selectFlagsOf } from '../../flags/queries.ts'
import { noRecord, recordColumns } from '../queries.ts'
import { abuseCases, abuseReportAdditions, abuseReports } from '../schema.ts'
import type { ReporterRecord } from '../weight/reporter-record.ts'
import { sideOf } from '../weight/weight-sql.ts'

export type AbuseCase = CaseRow & { readonly assignee: { readonly id: UserId; readonly name: string } | null }
export type EarlierCase = Awaited<ReturnType<typeof selectEarlierCases>>[number]
export type OwnerFlag = Awaited<ReturnType<typeof selectFlagsOf>>[number]
export type CaseEvent = Awaited<ReturnType<typeof selectActivity>>[number]
export type Admin = Awaited<ReturnType<typeof selectAdmins>>[number]

type CaseRow = Omit<Awaited<ReturnType<typeof selectCase>>[number], 'assignee'>
type Addition = Awaited<ReturnType<typeof selectAdditions>>[number]

/** A report with its reporter's record and what they added. */
export type CaseReport = Awaited<ReturnType<typeof selectReports>>[number] & {
  readonly record: ReporterRecord
  readonly additions: readonly Addition[]
}

/** Everything that an admin needs to decide a case. */
export interface CaseFile {
  readonly found: AbuseCase
  /** Oldest first. */
  readonly reports: readonly CaseReport[]
  /** Other cases about the same owner, newest first. */
  readonly earlier: readonly EarlierCase[]
  /** All flags of the owner, newest first. */
  readonly flags: readonly OwnerFlag[]
  /** Oldest first. */
  readonly events: readonly CaseEvent[]
  /** Who can get the case. */
  readonly admins: readonly Admin[]
}

/** A page shows at most this many of each. */
export const MAX_SHOWN = 100

/** Null if there is no such case. One round trip. */
export async function findCase(db: Database, id: AbuseCaseId): Promise<CaseFile | null> {
  const [[row], reports, records, additions, earlier, flags, events, admins] = await db.read([
    selectCase(db, id),
    selectReports(db, id),
    selectRecords(db, id),
    selectAdditions(db, id),
    selectEarlierCases(db, id),
    selectFlagsOf(db, ownerOf(id), MAX_SHOWN),
    selectActivity(db, { subjectId: id }),
    selectAdmins(db),
  ])
  if (!row) return null
  const { assignee, ...found } = row
  const recordsById = new Map(records.map(({ reporterId, ...record }) => [reporterId, record]))
  const additionsById = Map.groupBy(additions, ({ reportId }) => reportId)
  return {
    found: {
      ...found,
      assignee: assignee.id === null ? null : { id: assignee.id, name: assignee.name ?? '' },
    },
    reports: reports.map((report) => ({
      ...report,
      record: recordsById.get(report.reporterId) ?? noRecord,
      additions: additionsById.get(report.id) ?? [],
    })),
    earlier,
    flags,
    events: events.toReversed(),
    admins,
  }
}

const selectActivity = activityOf('abuse_case')

const owner = alias(users, 'owner')
const assignee = alias(users, 'assignee')
const closer = alias(users, 'closer')

function selectCase(db: Database, id: AbuseCaseId) {
  return db.orm
    .select({
      id: abuseCases.id,
      subject: abuseCases.subject,
      subjectId: abuseCases.subjectId,
      title: abuseCases.title,
      excerpt: abuseCases.excerpt,
      path: abuseCases.path,
      isGone: isGone(abuseCases.subject, abuseCases.subjectId),
      state: abuseCases.state,
      weight: abuseCases.weight,
      reportCount: abuseCases.reportCount,
      assignedAt: abuseCases.assignedAt,
      openedAt: abuseCases.openedAt,
      closedAt: abuseCases.closedAt,
      closedBy: closer.displayName,
      measure: abuseCases.measure,
      dismissalReason: abuseCases.dismissalReason,
      note: abuseCases.note,
      version: abuseCases.version,
      owner: {
        id: owner.id,
        name: owner.displayName,
        username: owner.username,
        role: owner.role,
        status: owner.status,
        version: owner.version,
      },
      assignee: { id: sql<UserId | null>`${assignee.id}`, name: sql<string | null>`${assignee.displayName}` },
    })
    .from(abuseCases)
    .innerJoin(owner, eq(owner.id, abuseCases.ownerId))
    .leftJoin(assignee, eq(assignee.id, abuseCases.assigneeId))
    .leftJoin(closer, eq(closer.id, abuseCases.closedBy))
    .where(eq(abuseCases.id, id))
}

function selectReports(db: Database, id: AbuseCaseId) {
  return db.orm
    .select({
      id: abuseReports.id,
      reporterId: abuseReports.reporterId,
      reporterName: users.displayName,
      reporterUsername: users.username,
      reporterRole: users.role,
      /** When the reporter's account was created. */
      joinedAt: users.createdAt,
      side: sideOf('users'),
      reason: abuseReports.reason,
      prose: abuseReports.prose,
      outcome: abuseReports.outcome,
      createdAt: abuseReports.createdAt,
    })
    .from(abuseReports)
    .innerJoin(users, eq(users.id, abuseReports.reporterId))
    .where(eq(abuseReports.caseId, id))
    .orderBy(abuseReports.reporterId)
    .limit(MAX_SHOWN)
}

function selectRecords(db: Database, id: AbuseCaseId) {
  return db.orm
    .select({ reporterId: abuseReports.reporterId, ...recordColumns })
    .from(abuseReports)
    .where(inArray(abuseReports.reporterId, reportersOf(id)))
    .groupBy(abuseReports.reporterId)
}

function selectAdditions(db: Database, id: AbuseCaseId) {
  return db.orm
    .select({
      reportId: abuseReportAdditions.reportId,
      prose: abuseReportAdditions.prose,
      createdAt: abuseReportAdditions.createdAt,
    })
    .from(abuseReports)
    .innerJoin(abuseReportAdditions, eq(abuseReportAdditions.reportId, abuseReports.id))
    .where(eq(abuseReports.caseId, id))
}

function selectEarlierCases(db: Database, id: AbuseCaseId) {
  return db.orm
    .select({
      id: abuseCases.id,
      subject: abuseCases.subject,
      title: abuseCases.title,
      state: abuseCases.state,
      measure: abuseCases.measure,
      openedAt: abuseCases.openedAt,
      reportCount: abuseCases.reportCount,
    })
    .from(abuseCases)
    .where(and(sql`${abuseCases.ownerId} = ${ownerOf(id)}`, ne(abuseCases.id, id)))
    .orderBy(desc(abuseCases.id))
    .limit(MAX_SHOWN)
}

function selectAdmins(db: Database) {
  return db.orm
    .select({ id: users.id, name: users.displayName, username: users.username })
    .from(users)
    .where(and(eqLiteral(users.role, 'admin'), eqLiteral(users.status, 'active')))
    .orderBy(users.id)
    .limit(MAX_SHOWN)
}

function ownerOf(id: AbuseCaseId): SQL {
  return sql`(select owner_id from ${abuseCases} this where this.id = ${id})`
}

function reportersOf(id: AbuseCaseId): SQL {
  return sql`(select reporter_id from ${abuseReports} where case_id = ${id})`
}
