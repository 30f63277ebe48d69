import { dayAt, daysBetween, endOfDay, startOfDay } from '../../shared/time.ts'
import type { CampaignRow } from './schema.ts'

/** A campaign's days. Wherever somebody is, they begin and end in the campaign's own time zone. */
export type Days = Pick<CampaignRow, 'startDate' | 'endDate' | 'timeZone'>

/** The days with their moments, for comparing with the clock. */
export type Schedule = Days & Pick<CampaignRow, 'startsAt' | 'endsAt'>

/** The only source of `startsAt` and `endsAt`: whichever of the days or the zone changes, both are computed again. */
export function scheduleOf({ startDate, endDate, timeZone }: Days): Schedule {
  return {
    startDate,
    endDate,
    timeZone,
    startsAt: startDate === null ? null : startOfDay(startDate, timeZone),
    endsAt: endDate === null ? null : endOfDay(endDate, timeZone),
  }
}

/** The campaign's current day, `YYYY-MM-DD`. For its due dates, this is today. */
export function todayOf({ timeZone }: Pick<Days, 'timeZone'>, now: number): string {
  return dayAt(now, timeZone)
}

/**
 * When a campaign starts or ends, in whole days as its own time zone counts them: "Starts in 2 days", "Ends today",
 * "Ended". Null if it has started and has no last day.
 */
export function timingText({ startDate, endDate, timeZone }: Days, now: number): string | null {
  const today = todayOf({ timeZone }, now)
  if (startDate !== null && startDate > today) return `Starts ${inDays(today, startDate)}`
  if (endDate === null) return null
  return endDate < today ? 'Ended' : `Ends ${inDays(today, endDate)}`
}

function inDays(today: string, day: string): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}

/** How many of its days are over, and how many it has. Null if a date is missing. */
export function daysElapsed(days: Days, now: number): { done: number; total: number } | null {
  const { startDate, endDate } = days
  if (startDate === null || endDate === null) return null
  const total = Math.max(daysBetween(startDate, endDate) + 1, 0)
  const done = daysBetween(startDate, todayOf(days, now))
  return { done: Math.min(Math.max(done, 0), total), total }
}
