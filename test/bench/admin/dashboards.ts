import { readOverview } from '../../../src/features/admin/overview/queries.ts'
import { readInfluencerHome, readSponsorHome } from '../../../src/features/home/queries.ts'
import { type PeriodKey, periodKeys, periodOf } from '../../../src/features/statistics/period.ts'
import { type Database, openDatabase } from '../../../src/platform/db/database.ts'
import type { RowsOf, Select } from '../../../src/platform/db/select.ts'
import type { Viewer } from '../../../src/platform/http/context.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import type { QueryFile } from './query-file.ts'

/** How long the queries of a dashboard took, in ms, and in how many round trips. The viewer takes one more. */
export interface MeasuredDashboard {
  readonly name: string
  readonly took: number
  readonly roundTrips: number
}

/** Reads each dashboard for each period. The sponsor and the influencer are those with the most requests. */
export async function measureDashboards(file: QueryFile, now: number): Promise<MeasuredDashboard[]> {
  const [sponsor, influencer] = [busiest(file, 'sponsor'), busiest(file, 'influencer')]
  const dashboards: Record<string, (db: Database, period: PeriodKey) => Promise<unknown>> = {
    platform: (db, key) => readOverview(db, periodOf(key, now), now),
    sponsor: (db, key) => readSponsorHome(db, sponsor, periodOf(key, now), now),
    influencer: (db, key) => readInfluencerHome(db, influencer, periodOf(key, now), now),
  }
  const measured: MeasuredDashboard[] = []
  for (const [name, read] of Object.entries(dashboards)) {
    for (const key of periodKeys) {
      const timed = timedDatabase(file)
      await read(timed.db, key)
      measured.push({
        name: `dashboard: ${name}, ${key}`,
        took: timed.roundTrips.reduce((sum, took) => sum + took, 0),
        roundTrips: timed.roundTrips.length,
      })
    }
  }
  return measured
}

/** How often each query is repeated. The fastest counts. */
const TIMES = 10

/** A database that reads from a file, and how long the queries of each round trip took. */
function timedDatabase(file: QueryFile): { db: Database; roundTrips: number[] } {
  const roundTrips: number[] = []
  const run = (select: Select) => {
    const prepared = select.prepare()
    const { sql, params } = prepared.getQuery()
    const results = Array.from({ length: TIMES }, () => file.timed(sql, params))
    const took = Math.min(...results.map((result) => result.took))
    return { rows: prepared.mapResult({ rows: results[0]?.rows ?? [] }, true), took }
  }
  const read = async <const Selects extends readonly Select[]>(selects: Selects) => {
    const results = selects.map(run)
    roundTrips.push(results.reduce((sum, { took }) => sum + took, 0))
    return results.map(({ rows }) => rows) as RowsOf<Selects>
  }
  return { db: { ...openDatabase({ TURSO_DATABASE_URL: 'http://127.0.0.1:9' }), read }, roundTrips }
}

function busiest(file: QueryFile, role: 'sponsor' | 'influencer'): Viewer {
  const [[id] = []] = file.rows(
    `select ${role}_id from ad_requests group by 1 order by count(*) desc limit 1`,
    [],
  )
  return {
    id: Number(id) as UserId,
    role,
    username: role,
    displayName: role,
    status: 'active',
    timeZone: 'UTC',
    hasTwoFactor: false,
    unconfirmedEmail: null,
    unreadNotifications: 0,
    awaitingReply: 0,
    openAbuseCases: 0,
  }
}
