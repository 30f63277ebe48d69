import { type Statement, write } from '../../../platform/db/write.ts'
import type { Job } from '../../../platform/queue/job.ts'
import { planReports } from '../../accounts/commands.ts'
import { plainLocale } from '../figures/format-figure.ts'
import { reportMail } from '../notifications.ts'
import { hasNews } from '../report.ts'
import { PEOPLE, readReports, selectDue } from './queries.ts'
import { isReportDue, nextReport } from './report-time.ts'

/**
 * Sends the report on the past month to people for whom it is past 8 AM on the 1st, and plans their next one. Both go in
 * one batch, and the outbox takes one report per person and month, so a job that runs twice sends nothing twice.
 */
export const sendReports: Job = async ({ db, env, now }, cursor) => {
  const round = Number(cursor ?? 0)
  const people = await selectDue(db, now)
  if (people.length === 0) return { handled: 0, failed: 0, cursor: null }

  const due = people.filter(
    ({ status, nextReportAt, timeZone }) => status === 'active' && isReportDue(nextReportAt, now, timeZone),
  )
  const reports = await readReports(db, due, { now, currency: env.CURRENCY, locale: plainLocale })
  const mails = due.flatMap(({ id }): Statement[] => {
    const report = reports.get(id)
    return report && hasNews(report) ? [reportMail(id, report, now)] : []
  })
  const plans = people.map(({ id, timeZone, nextReportAt }) => ({
    id,
    before: nextReportAt,
    next: nextReport(now, timeZone),
  }))
  await write(db, [...mails, planReports(plans)])
  return { handled: mails.length, failed: 0, cursor: people.length < PEOPLE ? null : String(round + 1) }
}
