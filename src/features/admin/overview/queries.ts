import type { Database } from '../../../platform/db/database.ts'
import { selectMostUrgentCases } from '../../abuse-reports/case-list/source.ts'
import { selectAppeals } from '../../flags/queries.ts'
import { selectLongestWaiting, selectRenamed } from '../../sponsors/approvals/queries.ts'
import type { Period } from '../../statistics/period.ts'
import { selectFigures, selectStocks } from '../../statistics/queries.ts'
import { stocksOf, valuesOf } from '../../statistics/values.ts'

const LONGEST_WAITING = 5

export type WaitingSponsor = Awaited<ReturnType<typeof selectLongestWaiting>>[number]

export type WaitingName = Awaited<ReturnType<typeof selectRenamed>>[number]

export type WaitingAppeal = Awaited<ReturnType<typeof selectAppeals>>[number]

export type Overview = Awaited<ReturnType<typeof readOverview>>

export type WaitingCase = Awaited<ReturnType<typeof selectMostUrgentCases>>[number]

/** The sponsors, the new names and the appeals that have waited longest, the most urgent cases, and the figures of the platform. One round trip. */
export async function readOverview(db: Database, period: Period, now: number) {
  const [waiting, renamed, appeals, cases, stocks, endedCampaigns, figures, ends, firstDay] = await db.read([
    selectLongestWaiting(db, LONGEST_WAITING),
    selectRenamed(db, LONGEST_WAITING),
    selectAppeals(db, LONGEST_WAITING, now),
    selectMostUrgentCases(db, LONGEST_WAITING),
    ...selectStocks(db, now),
    ...selectFigures(db, 'platform', period, now),
  ])
  return {
    waiting,
    renamed,
    appeals,
    cases,
    now: stocksOf([stocks, endedCampaigns]),
    values: valuesOf(period, [figures, ends, firstDay]),
  }
}
