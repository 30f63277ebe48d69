import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import type { Viewer } from '../../platform/http/context.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../platform/http/paging.ts'
import type { AbuseReportId, UserId } from '../../shared/ids.ts'
import type { ModeratedThing } from '../flags/subject.ts'
import { LIMIT_PERIOD, MAX_REPORTS } from './abuse-report.ts'
import { findReportable, type Reportable } from './reportable.ts'
import { abuseCases, abuseReportAdditions, abuseReports } from './schema.ts'
import type { ReporterRecord } from './weight/reporter-record.ts'

/** A report as its reporter sees it. */
export type OwnReport = Awaited<ReturnType<typeof selectOwnReports>>[number]

export interface ShownReport {
  readonly report: OwnReport
  /** Oldest first. */
  readonly additions: readonly Addition[]
}

type Addition = Awaited<ReturnType<typeof selectAdditions>>[number]

/** What somebody needs to know before they report something. */
export interface ReportStart {
  readonly reportable: Reportable
  /** Their open report of the same thing, if any. */
  readonly openReport: AbuseReportId | null
  readonly record: ReporterRecord
  /** When they can report again; null if they have not reached the limit. */
  readonly limitedUntil: number | null
}

/** Null if the viewer may not see the thing. One round trip. */
export async function findReportStart(
  db: Database,
  viewer: Viewer,
  thing: ModeratedThing,
  now: number,
): Promise<ReportStart | null> {
  const open = db.prefetch(selectOpenReport(db, viewer.id, thing))
  const record = db.prefetch(selectRecord(db, sql`${viewer.id}`))
  const recent = db.prefetch(selectNthRecent(db, viewer.id, now))
  const reportable = await findReportable(db, viewer, thing)
  if (!reportable) return null
  const [[openReport], [found], [nth]] = await Promise.all([open.rows(), record.rows(), recent.rows()])
  return {
    reportable,
    openReport: openReport?.id ?? null,
    record: found ?? noRecord,
    limitedUntil: nth ? nth.createdAt + LIMIT_PERIOD : null,
  }
}

/** One page of somebody's own reports, newest first. */
export async function listOwnReports(
  db: Database,
  reporterId: UserId,
  after: number | null,
): Promise<Page<OwnReport>> {
  const before = after === null ? undefined : sql`${abuseReports.id} < ${after}`
  const rows = await selectOwnReports(db, and(eq(abuseReports.reporterId, reporterId), before))
    .orderBy(desc(abuseReports.id))
    .limit(PAGE_SIZE + 1)
  return cutPage(rows, PAGE_SIZE, ({ id }) => [id])
}

/** Null if it is somebody else's. One round trip. */
export async function findOwnReport(
  db: Database,
  reporterId: UserId,
  id: AbuseReportId,
): Promise<ShownReport | null> {
  const [[report], additions] = await db.read([
    // The plus makes SQLite take the primary key.
    selectOwnReports(db, sql`${abuseReports.id} = ${id} and +${abuseReports.reporterId} = ${reporterId}`),
    selectAdditions(db, id),
  ])
  return report ? { report, additions } : null
}

export const noRecord: ReporterRecord = { open: 0, upheld: 0, dismissed: 0, abusive: 0, lastAbusiveAt: null }

/** How somebody's reports ended. Always one row. */
export function selectRecord(db: Database, reporterId: SQL) {
  return db.orm
    .select(recordColumns)
    .from(abuseReports)
    .where(sql`${abuseReports.reporterId} = ${reporterId}`)
}

const counted = (outcome: string) =>
  sql<number>`count(*) filter (where ${abuseReports.outcome} = ${sql.raw(`'${outcome}'`)})`

/** For a select over the reports of one reporter, or grouped by reporter. */
export const recordColumns = {
  open: counted('open'),
  upheld: counted('upheld'),
  dismissed: counted('dismissed'),
  abusive: counted('abusive'),
  lastAbusiveAt: sql<
    number | null
  >`max(${abuseReports.decidedAt}) filter (where ${abuseReports.outcome} = 'abusive')`,
}

function selectOpenReport(db: Database, reporterId: UserId, { subject, id }: ModeratedThing) {
  return db.orm
    .select({ id: abuseReports.id })
    .from(abuseCases)
    .innerJoin(abuseReports, eq(abuseReports.caseId, abuseCases.id))
    .where(
      and(
        eq(abuseCases.subject, subject),
        eq(abuseCases.subjectId, id),
        eqLiteral(abuseCases.state, 'open'),
        eq(abuseReports.reporterId, reporterId),
      ),
    )
    .limit(1)
}

// The oldest of the last reports that fill the limit. Once it is older than the period, there is room again.
function selectNthRecent(db: Database, reporterId: UserId, now: number) {
  return db.orm
    .select({ createdAt: abuseReports.createdAt })
    .from(abuseReports)
    .where(
      and(eq(abuseReports.reporterId, reporterId), sql`${abuseReports.createdAt} > ${now - LIMIT_PERIOD}`),
    )
    .orderBy(desc(abuseReports.createdAt))
    .limit(1)
    .offset(MAX_REPORTS - 1)
}

function selectOwnReports(db: Database, where: SQL | undefined) {
  return db.orm
    .select({
      id: abuseReports.id,
      reason: abuseReports.reason,
      prose: abuseReports.prose,
      outcome: abuseReports.outcome,
      createdAt: abuseReports.createdAt,
      decidedAt: abuseReports.decidedAt,
      subject: abuseCases.subject,
      title: abuseCases.title,
      excerpt: abuseCases.excerpt,
      dismissalReason: abuseCases.dismissalReason,
    })
    .from(abuseReports)
    .innerJoin(abuseCases, eq(abuseCases.id, abuseReports.caseId))
    .where(where)
    .$dynamic()
}

function selectAdditions(db: Database, reportId: AbuseReportId) {
  return db.orm
    .select({ prose: abuseReportAdditions.prose, createdAt: abuseReportAdditions.createdAt })
    .from(abuseReportAdditions)
    .where(eq(abuseReportAdditions.reportId, reportId))
    .orderBy(abuseReportAdditions.id)
}
