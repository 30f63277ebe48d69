import { DAY } from '../../../shared/time.ts'
import { MAX_GRAVITY } from '../reasons.ts'
import type { ReporterRecord } from './reporter-record.ts'

/**
 * How urgent a case is. It decides the order of the admins' list.
 *
 *     points of a report = gravity of its reason (1 to 8) × trust (0 to 100) × age (10 to 100)
 *     points of a case   = the sum over all sides of the highest points of a report of that side
 *     weight of a case   = 1000 × points / (points + 100,000), rounded down
 *
 * Trust: the share of somebody's earlier reports that were upheld, as if one more had been upheld and one more
 * dismissed. So a new reporter has 50. A report in bad faith counts as three dismissed ones.
 * Age: how old the account was when it reported, from 10 for a new one to 100 after a week.
 * Side: people of one company count as one, so that more accounts do not add weight.
 * The weight grows with each part and stays below 1000. One report of fraud by a trusted person outweighs several
 * of spam, and the tenth report adds less than the second.
 *
 * `weight-sql.ts` computes it. The tests compare that with the same in TypeScript.
 */
export const weightRule = {
  newAccount: 10,
  fullAge: 7 * DAY,
  abusiveCountsAs: 3,
  half: 100_000,
  max: 1000,
} as const

/** The most points that a report can have. */
export const MAX_POINTS = MAX_GRAVITY * 100 * 100

/** How far to trust a reporter, from 0 to 100. */
export function trustOf({
  upheld,
  dismissed,
  abusive,
}: Pick<ReporterRecord, 'upheld' | 'dismissed' | 'abusive'>): number {
  return Math.floor((100 * (upheld + 1)) / (upheld + dismissed + weightRule.abusiveCountsAs * abusive + 2))
}
