import type { SQL } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import { type NotificationText, notifyAdmins } from '../notifications/commands.ts'
import { dateTime, facts, paragraph } from '../notifications/email/blocks.ts'

/** Tells the admins that a sponsor is waiting for approval: at sign-up and after each resubmission. */
export function sponsorWaiting(id: UserId | SQL, companyName: string, now: number): SQL[] {
  return notifyAdmins({
    kind: 'sponsor_waiting',
    subjectId: id,
    period: now,
    ...waitingText(companyName, now),
    path: routes.admin.sponsors.href(),
    at: now,
  })
}

export function waitingText(companyName: string, now: number): NotificationText {
  return {
    title: `${companyName} is waiting for approval`,
    subject: `Review ${companyName}: a sponsor is waiting for approval`,
    body: [
      paragraph('Review their profile, then approve the account or reject it with a reason.'),
      facts([
        { label: 'Company', value: companyName },
        { label: 'Waiting since', value: [dateTime(now)] },
      ]),
    ],
    action: { label: 'Review the account' },
  }
}
