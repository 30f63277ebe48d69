import { MINUTE } from '../../shared/time.ts'
import type { Break } from './break.ts'
import type { AuditCheck } from './schema.ts'

/** A check that has not moved for so long was cut off. */
export const STALE = 10 * MINUTE

/** A check stops after so many breaks. The log is beyond repair then. */
export const MAX_BREAKS = 100

export type CheckState = 'running' | 'cut_off' | 'right' | 'broken'

export function stateOf({ finishedAt, updatedAt, breaks }: AuditCheck, now: number): CheckState {
  if (finishedAt !== null) return breaks.length === 0 ? 'right' : 'broken'
  return now - updatedAt < STALE ? 'running' : 'cut_off'
}

/** Whether admins should be told: not again each day of the same breaks. */
export function isNews(breaks: readonly Break[], before: readonly Break[]): boolean {
  return breaks.length > 0 && JSON.stringify(breaks) !== JSON.stringify(before)
}
