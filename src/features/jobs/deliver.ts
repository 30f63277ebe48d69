import { openMailer } from '../../platform/mail/mailer.ts'
import type { Job } from '../../platform/queue/job.ts'
import { deliver } from '../notifications/delivery.ts'

/** Sends what is due in the outbox. */
export const deliverNotifications: Job = async ({ db, env, now }) => {
  await deliver({ db, mailer: openMailer(env), publicUrl: env.PUBLIC_URL, now })
  return { handled: 0, failed: 0, cursor: null }
}
