import { asc, eq } from 'drizzle-orm'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { all, isoTime } from '../../platform/personal-data/rows.ts'
import { abuseCases, abuseReportAdditions, abuseReports } from './schema.ts'

/** Only what somebody reported themselves: a case about them would tell who reported it. */
const reports: PersonalRecord = {
  file: 'problems-reported',
  holds: 'The problems that you reported, and how each was decided.',
  tables: [abuseReports, abuseReportAdditions, abuseCases],
  read: all(selectReports, ({ createdAt, ...row }) => ({ ...row, createdAt: isoTime(createdAt) })),
  erasure: {
    kind: 'keep',
    why: 'Reports stay, because what was decided about them must be explained later. Only moderators see them.',
  },
}

export const personalData = [reports]

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
