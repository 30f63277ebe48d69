import { type Statement, write } from '../../platform/db/write.ts'
import type { Job } from '../../platform/queue/job.ts'
import { dayAt } from '../../shared/time.ts'
import { planReminders } from '../accounts/commands.ts'
import { digestFor } from './digest.ts'
import { reminderMail } from './notifications.ts'
import { PEOPLE, readSituations, selectDue } from './queries.ts'
import { isReminderDue, nextReminder } from './reminder-time.ts'

/**
 * Sends the daily reminder to people for whom it is past 5 PM, and plans their next one. Both go in one batch, and the
 * outbox takes one reminder per person and day, so a job that runs twice sends nothing twice.
 */
export const sendReminders: Job = async ({ db, env, now }, cursor) => {
  const round = Number(cursor ?? 0)
  const people = await selectDue(db, now)
  if (people.length === 0) return { handled: 0, failed: 0, cursor: null }

  const due = people.filter(
    ({ status, nextReminderAt, timeZone }) =>
      status === 'active' && isReminderDue(nextReminderAt, now, timeZone),
  )
  const { situations, recent } = await readSituations(db, due, now)
  const mails = due.flatMap(({ id, timeZone }): Statement[] => {
    const situation = situations.get(id)
    const digest = situation ? digestFor(situation, recent, now) : null
    if (!digest) return []
    return [reminderMail(id, digest, { day: dayAt(now, timeZone), now, currency: env.CURRENCY })]
  })
  const plans = people.map(({ id, timeZone, nextReminderAt }) => ({
    id,
    before: nextReminderAt,
    next: nextReminder(now, timeZone),
  }))
  await write(db, [...mails, planReminders(plans)])
  return { handled: mails.length, failed: 0, cursor: people.length < PEOPLE ? null : String(round + 1) }
}
