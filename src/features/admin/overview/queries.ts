import type { Database } from '../../../platform/db/database.ts'
import type { Period } from '../../statistics/period.ts'
import { selectFigures, selectStocks } from '../../statistics/queries.ts'
import { stocksOf, valuesOf } from '../../statistics/values.ts'
import { selectWaiting } from '../sponsors/queries.ts'

const LONGEST_WAITING = 5

export type Overview = Awaited<ReturnType<typeof readOverview>>

/** The sponsors who have waited longest, and the figures of the platform. One round trip. */
export async function readOverview(db: Database, period: Period, now: number) {
  const [waiting, stocks, endedCampaigns, figures, ends, firstDay] = await db.read([
    selectWaiting(db, null, LONGEST_WAITING),
    ...selectStocks(db, now),
    ...selectFigures(db, 'platform', period, now),
  ])
  return {
    waiting,
    now: stocksOf([stocks, endedCampaigns]),
    values: valuesOf(period, [figures, ends, firstDay]),
  }
}
