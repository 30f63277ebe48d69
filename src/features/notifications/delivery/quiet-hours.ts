import { MINUTE, minuteOfDay } from '../../../shared/time.ts'

/** Hours without SMS, as minutes of the day. `from` can be later than `to`: from 22:00 to 8:00. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

/** Quiet hours start and end on these. Clock changes do too, in every time zone. */
export const QUIET_STEP = 15

/**
 * When the quiet hours end that a moment falls into, in milliseconds UTC. Null if it falls into none. Where clocks skip
 * the end, the first moment after the gap counts. Where an hour repeats, the first one does.
 */
export function quietUntil({ from, to }: QuietHours, timeZone: string, now: number): number | null {
  const step = QUIET_STEP * MINUTE
  let at = now
  while (isQuiet(minuteOfDay(at, timeZone), from, to)) at = (Math.floor(at / step) + 1) * step
  return at === now ? null : at
}

function isQuiet(minute: number, from: number, to: number): boolean {
  return from <= to ? from <= minute && minute < to : from <= minute || minute < to
}
