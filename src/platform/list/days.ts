import { type Column, type SQL, sql } from 'drizzle-orm'
import { DAY } from '../../shared/time.ts'

/** The day of a moment in milliseconds UTC, `YYYY-MM-DD` in UTC. Null for null. */
export function utcDayOf(moment: Column): SQL<string | null> {
  return sql<string | null>`date(${moment} / 1000, 'unixepoch')`
}

/** The first moment of a day, `YYYY-MM-DD` in UTC, in milliseconds UTC. */
export function startOfUtcDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** The first moment after a day, `YYYY-MM-DD` in UTC, in milliseconds UTC. */
export function endOfUtcDay(day: string): number {
  return startOfUtcDay(day) + DAY
}

/**
 * The conditions for a time in milliseconds UTC that is in a range of days. With a plus as the mark, SQLite uses no index
 * of the time.
 */
export function rangeOfDays(mark: SQL, time: Column, from: string | null, until: string | null): SQL[] {
  return [
    ...(from === null ? [] : [sql`${mark}${time} >= ${startOfUtcDay(from)}`]),
    ...(until === null ? [] : [sql`${mark}${time} < ${endOfUtcDay(until)}`]),
  ]
}
