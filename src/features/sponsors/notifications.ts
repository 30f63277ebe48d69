import type { SQL } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import { notifyAdmins } from '../notifications/commands.ts'

/** Tells the admins that a sponsor is waiting for approval: at sign-up and after each resubmission. */
export function sponsorWaiting(id: UserId | SQL, companyName: string, now: number): SQL[] {
  return notifyAdmins({
    kind: 'sponsor_waiting',
    subjectId: id,
    period: now,
    title: `${companyName} is waiting for approval`,
    body: 'Review their profile, then approve the account or reject it with a reason.',
    path: routes.admin.sponsors.href(),
    at: now,
  })
}
