import { addDays, dayAt, daysBetween, HOUR, momentOf } from '../../shared/time.ts'

/** The daily reminder goes out at this local time. */
export const REMINDER_TIME = '17:00'

/** Somebody who was not planned yet still gets a reminder if its time was less than an hour ago. */
const GRACE = HOUR

/** The first reminder time after `now` (milliseconds UTC) in a time zone. */
export function nextReminder(now: number, timeZone: string): number {
  const today = dayAt(now, timeZone)
  const at = momentOf(today, REMINDER_TIME, timeZone)
  return at > now ? at : momentOf(addDays(today, 1), REMINDER_TIME, timeZone)
}

/** Whether it is time for a person's reminder. `planned` is 0 for somebody new, or in a new time zone. */
export function isReminderDue(planned: number, now: number, timeZone: string): boolean {
  if (planned > 0) return planned <= now
  const passed = now - momentOf(dayAt(now, timeZone), REMINDER_TIME, timeZone)
  return passed >= 0 && passed < GRACE
}

/**
 * Whether to invite somebody back who has not been seen for a while: after 7 days, and then once a week, so that nobody
 * is called every evening. Counts days of the calendar, because a day with a clock change has 23 or 25 hours.
 */
export function isCallingBack(lastSeenAt: number, now: number, timeZone: string): boolean {
  const days = daysBetween(dayAt(lastSeenAt, timeZone), dayAt(now, timeZone))
  return days >= 7 && days % 7 === 0
}
