import type { Job } from '../../platform/queue/job.ts'
import { deliver } from '../notifications/delivery.ts'
import { sendersFor } from './senders.ts'

/** Sends what is due in the outbox. What does not fit into one run goes on in the next one. */
export const deliverNotifications: Job = async ({ db, env, clock }, cursor) => {
  const round = Number(cursor ?? 0)
  const { sent, failed, dead, more } = await deliver({ db, senders: sendersFor(env, db), now: clock })
  return { handled: sent, failed: failed + dead, cursor: more ? String(round + 1) : null }
}

/** The job, and after its last chunk what it has told people. For a job that somebody is waiting for. */
export function thenDeliver(job: Job): Job {
  return async (context, cursor) => {
    const result = await job(context, cursor)
    const isDone = result.cursor === null && result.handled + result.failed > 0
    if (isDone) await deliverNotifications(context, null)
    return result
  }
}
