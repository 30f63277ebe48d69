import type { Job } from '../../platform/queue/job.ts'
import { deliver } from '../notifications/delivery.ts'
import { sendersWithReports } from '../reports/attachments.ts'

/** Sends what is due in the outbox. What does not fit into one run goes on in the next one. */
export const deliverNotifications: Job = async ({ db, env, now }, cursor) => {
  const round = Number(cursor ?? 0)
  const { sent, failed, dead, more } = await deliver({ db, senders: sendersWithReports(env, db), now })
  return { handled: sent, failed: failed + dead, cursor: more ? String(round + 1) : null }
}
