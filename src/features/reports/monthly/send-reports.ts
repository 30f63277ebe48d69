import { type Statement, write } from '../../../platform/db/write.ts'
import { isolate } from '../../../platform/queue/isolate.ts'
import type { Job, JobContext } from '../../../platform/queue/job.ts'
import { HOUR } from '../../../shared/time.ts'
import { planReports } from '../../accounts/commands.ts'
import { selectLatestSeal } from '../../audit/queries.ts'
import { plainLocale } from '../figures/format-figure.ts'
import { reportMail } from '../notifications.ts'
import { hasNews } from '../report.ts'
import { type DuePerson, PEOPLE, readReports, selectDue } from './queries.ts'
import { isReportDue, nextReport } from './report-time.ts'

/** Somebody whose report could not be written is tried again after this time, behind everybody who is due before. */
const RETRY = HOUR

/**
 * Sends the report on the past month to people for whom it is past 8 AM on the 1st, and plans their next one. Both go in
 * one batch, and the outbox takes one report per person and month, so a job that runs twice sends nothing twice. A
 * person whose data breaks the job is planned too, so nobody is handled forever.
 */
export const sendReports: Job = async (context, cursor) => {
  const { db, now } = context
  const round = Number(cursor ?? 0)
  const people = await selectDue(db, now)
  let handled = 0
  const { failed, error } = await isolate(people, async (some) => {
    handled += await report(some, context)
  })
  if (failed.length > 0) await write(db, [planReports(plansFor(failed, () => now + RETRY))])
  const isLast = people.length < PEOPLE
  return { handled, failed: failed.length, error, cursor: isLast ? null : String(round + 1) }
}

/** Reports to all of these people or none. Returns how many there was something to say to. */
async function report(people: readonly DuePerson[], { db, env, now }: JobContext): Promise<number> {
  const due = people.filter(
    ({ status, nextReportAt, timeZone }) => status === 'active' && isReportDue(nextReportAt, now, timeZone),
  )
  const reports = await readReports(db, due, { now, currency: env.CURRENCY, locale: plainLocale })
  const isForAdmins = [...reports.values()].some(({ kind }) => kind === 'admin')
  const [seal = null] = isForAdmins ? await selectLatestSeal(db) : []
  const mails = due.flatMap(({ id }): Statement[] => {
    const found = reports.get(id)
    return found && hasNews(found) ? [reportMail(id, found, now, seal)] : []
  })
  const plans = plansFor(people, ({ timeZone }) => nextReport(now, timeZone))
  await write(db, [...mails, planReports(plans)])
  return mails.length
}

function plansFor(people: readonly DuePerson[], next: (person: DuePerson) => number) {
  return people.map((person) => ({ id: person.id, before: person.nextReportAt, next: next(person) }))
}
