import { routes } from '../../routes.ts'
import { shortClock } from '../../shared/format.ts'
import { REMINDER_TIME } from '../reminders/reminder-time.ts'
import { REPORT_TIME } from '../reports/monthly/report-time.ts'

/** Everything that runs by the clock. `npm run schedules` makes QStash agree with it. Cron expressions are in UTC. */
export const schedule = {
  sweep: {
    cron: '*/5 * * * *',
    does: 'Records what the clock has ended, reminds of open offers, removes what is too old, and seals the audit log',
  },
  deliver: {
    cron: '* * * * *',
    does: 'Sends the notifications that are waiting in the outbox',
  },
  exports: {
    cron: '*/10 * * * *',
    does: 'Writes the CSV files that people asked for by e-mail, if nothing has started that yet',
  },
  'bulk-actions': {
    cron: '*/5 * * * *',
    does: 'Continues bulk actions that were interrupted',
  },
  'daily-reminders': {
    cron: '0 * * * *',
    get does() {
      return `Sends the daily reminder to people for whom it is past ${clock(REMINDER_TIME)}`
    },
  },
  'monthly-reports': {
    cron: '0 * 1,2 * *',
    get does() {
      return `Sends the report on the past month to people for whom it is past ${clock(REPORT_TIME)} on the 1st`
    },
  },
  'audit-verification': {
    cron: '20 3 * * *',
    does: 'Checks that nobody has changed the audit log',
  },
} as const satisfies Record<string, { readonly cron: string; readonly does: string }>

export type JobName = keyof typeof schedule

export const jobNames = Object.keys(schedule) as readonly JobName[]

/** The endpoint of a job. It only takes signed POSTs. */
export function jobPath(job: JobName): string {
  return routes.jobs.run.href({ job })
}

/** "5 PM" for `17:00`. The first time of all takes 30 ms, which the start of a Worker should not wait for. */
function clock(time: string): string {
  return shortClock(Date.parse(`1970-01-01T${time}Z`), 'UTC')
}
