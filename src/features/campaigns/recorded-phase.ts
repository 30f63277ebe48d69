import { type SQL, sql } from 'drizzle-orm'
import { campaignStates, campaigns } from './schema.ts'

/**
 * The state of a campaign for counts and search indexes, which do not know the time. A campaign has ended once the
 * sweep has recorded its end (`record-ends.ts`). An upcoming one counts as active. Pages show `phaseOf`.
 */
export type RecordedPhase = (typeof recordedPhases)[number]

export const recordedPhases = [...campaignStates, 'ended'] as const

export const recordedPhaseSql: SQL = sql`iif(${campaigns.state} in ('active', 'paused')
  and ${campaigns.endsAt} = ${campaigns.recordedEndAt}, 'ended', ${campaigns.state})`
