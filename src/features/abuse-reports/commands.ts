import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { withSearchText } from '../../platform/db/searched-text.ts'
import { expectOneRow, expectThat, mutation, returnedId, write } from '../../platform/db/write.ts'
import type { AbuseReportId, UserId } from '../../shared/ids.ts'
import { ok, type Result } from '../../shared/result.ts'
import { LIMIT_PERIOD, MAX_ADDITIONS, MAX_REPORTS } from './abuse-report.ts'
import type { ReportReason } from './reasons.ts'
import type { Reportable } from './reportable.ts'
import { abuseCases, abuseReportAdditions, abuseReports } from './schema.ts'
import { isDoubtful } from './weight/doubtful.ts'
import { updateWeights } from './weight/weight-sql.ts'

export interface NewReport {
  readonly reason: ReportReason
  readonly details: string
}

/**
 * Adds a report to the open case of the thing, or opens one, and returns the report's id. Refuses with
 * `already_reported` if the reporter has an open report of the same thing, and with `too_many` at the limit.
 */
export async function saveReport(
  db: Database,
  { thing, ownerId, title, excerpt, ownerPath }: Reportable,
  { reason, details }: NewReport,
  { actor, now }: { readonly actor: UserId; readonly now: number },
): Promise<Result<AbuseReportId, 'already_reported' | 'too_many'>> {
  const openCase = sql`(select id from ${abuseCases} where subject = ${thing.subject} and subject_id = ${thing.id}
    and owner_id = ${ownerId} and state = 'open')`
  const written = await write(db, [
    expectThat('already_reported', sql`not exists (${reportBy(actor, openCase)})`),
    expectThat('too_many', sql`(${countRecent(actor, now)}) < ${MAX_REPORTS}`),
    mutation
      .insert(abuseCases)
      .values(
        withSearchText(abuseCases, {
          subject: thing.subject,
          subjectId: thing.id,
          ownerId,
          title,
          excerpt,
          path: ownerPath,
          openedAt: now,
          reportedAt: now,
          version: 0,
        }),
      )
      .onConflictDoNothing(),
    mutation
      .insert(abuseReports)
      .values({ caseId: openCase, reporterId: actor, reason, prose: details, createdAt: now })
      .returning({ id: abuseReports.id }),
    sql`update ${abuseCases} set report_count = report_count + 1, reported_at = ${now}, version = version + 1,
      has_doubtful = has_doubtful or ${isDoubtful(actor)} where id = ${openCase}`,
    updateWeights(openCase),
  ])
  if (!written.ok) return written
  return ok(returnedId(written.value[3]))
}

/**
 * Adds words to a report. The same words twice count once. Refuses with `closed` if the report is not open anymore, and
 * with `too_many` if words were added too often.
 */
export function saveAddition(
  db: Database,
  reporterId: UserId,
  reportId: AbuseReportId,
  details: string,
  now: number,
): Promise<Result<unknown, 'closed' | 'too_many'>> {
  const itsCase = sql`(select case_id from ${abuseReports} where id = ${reportId}
    and reporter_id = ${reporterId} and outcome = 'open')`
  const isNew = sql`not exists (select 1 from ${abuseReportAdditions}
    where report_id = ${reportId} and prose = ${details})`
  return write(db, [
    sql`update ${abuseCases} set version = version + (${isNew}) where id = ${itsCase} and state = 'open'`,
    expectOneRow('closed'),
    expectThat(
      'too_many',
      sql`not (${isNew}) or (select count(*) from ${abuseReportAdditions}
        where report_id = ${reportId}) < ${MAX_ADDITIONS}`,
    ),
    mutation
      .insert(abuseReportAdditions)
      .values({ reportId, prose: details, createdAt: now })
      .onConflictDoNothing(),
  ])
}

function reportBy(reporterId: UserId, caseId: SQL): SQL {
  return sql`select 1 from ${abuseReports} where case_id = ${caseId} and reporter_id = ${reporterId}`
}

function countRecent(reporterId: UserId, now: number): SQL {
  return sql`select count(*) from ${abuseReports}
    where reporter_id = ${reporterId} and created_at > ${now - LIMIT_PERIOD}`
}
