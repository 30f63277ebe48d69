import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import { literals } from '../../../platform/db/literals.ts'
import { adRequests } from '../schema.ts'

/** A choice of filters beside the states: the requests that the acceptance rate is calculated from. */
export const decidedLabel = { decided: 'Agreed, rejected or expired' } as const

const ended = ['pending', 'accepted', 'rejected', 'expired']

/**
 * Whether a request ended without being withdrawn. `state` is the column, or how an index has it. What has expired by the
 * clock counts, even if the sweep has not recorded it yet. `now` is in milliseconds UTC.
 */
export function isDecided(state: SQL, mark: SQL, now: number | Placeholder): SQL {
  return sql`(${mark}${state} in ${literals(ended)} and ${mark}${adRequests.closesAt} <= ${now})`
}
