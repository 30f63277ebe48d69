import { type SQL, sql } from 'drizzle-orm'
import type { UserId } from '../../../shared/ids.ts'
import { abuseCases, abuseReports } from '../schema.ts'

/** Whether somebody has ever reported in bad faith. */
export function isDoubtful(reporter: UserId | SQL): SQL {
  return sql`exists (select 1 from ${abuseReports} theirs where theirs.reporter_id = ${reporter}
    and theirs.outcome = 'abusive')`
}

/** Notes it in all cases with a report by somebody whose report was just marked, or is no longer marked. */
export function updateDoubtful(reporter: UserId): SQL {
  return sql`update ${abuseCases} set has_doubtful = exists (select 1 from ${abuseReports} report
      where report.case_id = abuse_cases.id and ${isDoubtful(sql`report.reporter_id`)})
    where id in (select case_id from ${abuseReports} where reporter_id = ${reporter})`
}
