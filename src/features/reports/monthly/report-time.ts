import { DAY, momentOf } from '../../../shared/time.ts'
import { addMonths, monthAt } from '../month.ts'

/** Reports go out on the first of the month, at this local time. */
export const REPORT_TIME = '08:00'

/** Somebody who was not planned yet still gets a report on the first two days of a month. */
const GRACE = 2 * DAY

/** The first time after `now` (milliseconds UTC) at which a report goes out in a time zone. */
export function nextReport(now: number, timeZone: string): number {
  const month = monthAt(now, timeZone)
  const at = reportTimeIn(month, timeZone)
  return at > now ? at : reportTimeIn(addMonths(month, 1), timeZone)
}

/** Whether it is time for a person's report. `planned` is 0 for somebody new, or in a new time zone. */
export function isReportDue(planned: number, now: number, timeZone: string): boolean {
  if (planned > 0) return planned <= now
  const passed = now - reportTimeIn(monthAt(now, timeZone), timeZone)
  return passed >= 0 && passed < GRACE
}

/** The month that a report sent now is about: the last one that is over. */
export function reportedMonth(now: number, timeZone: string): string {
  return addMonths(monthAt(now, timeZone), -1)
}

function reportTimeIn(month: string, timeZone: string): number {
  return momentOf(`${month}-01`, REPORT_TIME, timeZone)
}
