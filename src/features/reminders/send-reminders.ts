import { type Statement, write } from '../../platform/db/write.ts'
import { isolate } from '../../platform/queue/isolate.ts'
import type { Job, JobContext } from '../../platform/queue/job.ts'
import { dayAt, HOUR } from '../../shared/time.ts'
import { type Plan, planReminders } from '../accounts/commands.ts'
import { digestFor } from './digest.ts'
import { reminderMail } from './notifications.ts'
import { type DuePerson, PEOPLE, readSituations, selectDue } from './queries.ts'
import { isReminderDue, nextReminder } from './reminder-time.ts'

/** Somebody whose reminder could not be written is tried again after this time, behind everybody who is due before. */
const RETRY = HOUR

/**
 * Sends the daily reminder to people for whom it is past 5 PM, and plans their next one. Both go in one batch, and the
 * outbox takes one reminder per person and day, so a job that runs twice sends nothing twice. A person whose data breaks
 * the job is planned too, so nobody is handled forever.
 */
export const sendReminders: Job = async (context, cursor) => {
  const round = Number(cursor ?? 0)
  const people = await selectDue(context.db, context.now)
  let handled = 0
  const { failed, error } = await isolate(people, async (some) => {
    handled += await remind(some, context)
  })
  if (failed.length > 0) await write(context.db, [planReminders(failed.map(retryPlan(context.now)))])
  const isLast = people.length < PEOPLE
  return { handled, failed: failed.length, error, cursor: isLast ? null : String(round + 1) }
}

/** Reminds all of these people or none. Returns how many there was something to say to. */
async function remind(people: readonly DuePerson[], { db, env, now }: JobContext): Promise<number> {
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
  return mails.length
}

function retryPlan(now: number): (person: DuePerson) => Plan {
  return ({ id, nextReminderAt }) => ({ id, before: nextReminderAt, next: now + RETRY })
}
