import { dayIn, HOUR } from '../../src/shared/time.ts'

const known = new Map<string, Map<number, string>>()

/** `dayIn`, kept by the hour: the demo asks often, and no time zone in it is off by half an hour. */
export function dayThere(timeZone: string, at: number): string {
  const hours = known.get(timeZone) ?? new Map<number, string>()
  known.set(timeZone, hours)
  const hour = Math.floor(at / HOUR)
  const day = hours.get(hour) ?? dayIn(timeZone, at)
  hours.set(hour, day)
  return day
}
