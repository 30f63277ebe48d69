import { desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { UserId } from '../../../shared/ids.ts'
import { noRecord, selectRecord } from '../queries.ts'
import { abuseCases, abuseReports } from '../schema.ts'
import type { ReporterRecord } from '../weight/reporter-record.ts'

/** What admins see of somebody: the cases about them, and how they report. */
export interface PersonReports {
  readonly userId: UserId
  /** Newest first. */
  readonly cases: Awaited<ReturnType<typeof selectCases>>
  readonly record: ReporterRecord
  /** What they reported, newest first. */
  readonly made: Awaited<ReturnType<typeof selectMade>>
}

/** The page of a person shows at most this many of each. */
const MAX_SHOWN = 10

/** Queues the selects for the next `read()`. The function that it returns gives what they found. */
export function prefetchPersonReports(db: Database, userId: UserId): () => Promise<PersonReports> {
  const cases = db.prefetch(selectCases(db, userId))
  const record = db.prefetch(selectRecord(db, sql`${userId}`))
  const made = db.prefetch(selectMade(db, userId))
  return async () => {
    const [found] = await record.rows()
    return { userId, cases: await cases.rows(), record: found ?? noRecord, made: await made.rows() }
  }
}

const columns = {
  id: abuseCases.id,
  subject: abuseCases.subject,
  title: abuseCases.title,
  state: abuseCases.state,
  measure: abuseCases.measure,
  reportCount: abuseCases.reportCount,
  openedAt: abuseCases.openedAt,
}

function selectCases(db: Database, userId: UserId) {
  return db.orm
    .select(columns)
    .from(abuseCases)
    .where(eq(abuseCases.ownerId, userId))
    .orderBy(desc(abuseCases.id))
    .limit(MAX_SHOWN)
}

function selectMade(db: Database, userId: UserId) {
  return db.orm
    .select({
      caseId: abuseReports.caseId,
      reason: abuseReports.reason,
      outcome: abuseReports.outcome,
      createdAt: abuseReports.createdAt,
      subject: abuseCases.subject,
      title: abuseCases.title,
    })
    .from(abuseReports)
    .innerJoin(abuseCases, eq(abuseCases.id, abuseReports.caseId))
    .where(eq(abuseReports.reporterId, userId))
    .orderBy(desc(abuseReports.id))
    .limit(MAX_SHOWN)
}
