import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { withSearchText } from '../../platform/db/searched-text.ts'
import { mutation } from '../../platform/db/write.ts'
import {
  type ErasedPerson,
  MAX_ERASED,
  type Owner,
  type PersonalRecord,
} from '../../platform/personal-data/record.ts'
import { all, isoTime } from '../../platform/personal-data/rows.ts'
import { DELETED_NAME } from '../accounts/personal-data.ts'
import { abuseCases, abuseReportAdditions, abuseReports } from './schema.ts'

/** Only what somebody reported themselves: a case about them would tell who reported it. */
const reports: PersonalRecord = {
  file: 'problems-reported',
  holds: 'The problems that you reported, and how each was decided.',
  tables: [abuseReports, abuseReportAdditions, abuseCases],
  read: all(selectReports, ({ createdAt, ...row }) => ({ ...row, createdAt: isoTime(createdAt) })),
  erasure: {
    kind: 'anonymize',
    why: 'Reports by you and about you stay with their reason and decision, because moderators must be able to explain them later. The words in them are deleted.',
    statements: (person) => [forgetAdditions(person), forgetWords(person), forgetCases(person)],
  },
}

export const personalData = [reports]

/** Reports by a person, or of something of theirs. One branch for each index. */
function reportIds({ id }: ErasedPerson): SQL {
  return sql`select id from ${abuseReports} where reporter_id = ${id}
    union all
    select report.id from ${abuseCases} own join ${abuseReports} report on report.case_id = own.id where own.owner_id = ${id}`
}

function forgetAdditions(person: ErasedPerson) {
  return mutation.delete(abuseReportAdditions).where(
    inArray(
      abuseReportAdditions.id,
      sql`(select addition.id from (${reportIds(person)}) report
        join ${abuseReportAdditions} addition on addition.report_id = report.id limit ${MAX_ERASED})`,
    ),
  )
}

function forgetWords(person: ErasedPerson) {
  return mutation
    .update(abuseReports)
    .set({ prose: '' })
    .where(
      inArray(
        abuseReports.id,
        sql`(select report.id from (${reportIds(person)}) own join ${abuseReports} report on report.id = own.id
          where report.prose <> '' limit ${MAX_ERASED})`,
      ),
    )
}

function forgetCases({ id }: ErasedPerson) {
  return mutation
    .update(abuseCases)
    .set({ ...withSearchText(abuseCases, { title: DELETED_NAME }), excerpt: '', note: null })
    .where(
      inArray(
        abuseCases.id,
        sql`(select id from ${abuseCases} where owner_id = ${id}
          and (title <> ${DELETED_NAME} or excerpt <> '' or note is not null) limit ${MAX_ERASED})`,
      ),
    )
}

function selectReports({ db, userId }: Owner) {
  return db.orm
    .select({
      about: abuseCases.title,
      reason: abuseReports.reason,
      details: abuseReports.prose,
      added: abuseReportAdditions.prose,
      outcome: abuseReports.outcome,
      createdAt: abuseReports.createdAt,
    })
    .from(abuseReports)
    .innerJoin(abuseCases, eq(abuseCases.id, abuseReports.caseId))
    .leftJoin(abuseReportAdditions, eq(abuseReportAdditions.reportId, abuseReports.id))
    .where(eq(abuseReports.reporterId, userId))
    .orderBy(asc(abuseReports.id))
    .limit(1_000)
}
