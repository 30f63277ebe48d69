import { DAY } from '../../../shared/time.ts'

/** How somebody's reports ended so far. */
export interface ReporterRecord {
  readonly open: number
  readonly upheld: number
  readonly dismissed: number
  /** Made in bad faith. */
  readonly abusive: number
  /** When a report of theirs was last marked as made in bad faith. Milliseconds UTC. */
  readonly lastAbusiveAt: number | null
}

/** From this many reports in bad faith on, if they are more than half of all that were decided. */
export const MIN_ABUSIVE = 3

/** How long somebody cannot report then, in milliseconds. */
export const BLOCK = 30 * DAY

/** Until when somebody cannot report, because most of their reports were made in bad faith; null if they can. */
export function blockedUntil(record: ReporterRecord, now: number): number | null {
  if (!isUnreliable(record) || record.lastAbusiveAt === null) return null
  const until = record.lastAbusiveAt + BLOCK
  return until > now ? until : null
}

/** Whether most of somebody's reports were made in bad faith. */
export function isUnreliable({ upheld, dismissed, abusive }: ReporterRecord): boolean {
  return abusive >= MIN_ABUSIVE && 2 * abusive > upheld + dismissed + abusive
}
