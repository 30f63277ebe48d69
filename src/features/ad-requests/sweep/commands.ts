import { type SQL, sql } from 'drizzle-orm'
import { partiesOfRow, recordEventForEach } from '../../activity/commands.ts'
import { expiredNotification } from '../notifications.ts'
import { adRequests } from '../schema.ts'

/**
 * Records that requests have expired, and tells both sides. `overdue` is a `from … where …` that finds pending requests
 * of one campaign whose time is over.
 */
export function expireRequests(overdue: SQL, campaignName: string, now: number): SQL[] {
  return [
    ...expiredNotification(campaignName, overdue, now),
    recordEventForEach(
      {
        subject: 'ad_request',
        subjectId: sql`id`,
        kind: 'expired',
        actor: null,
        from: 'pending',
        to: 'expired',
        at: sql`closes_at`,
        parties: partiesOfRow,
      },
      overdue,
    ),
    sql`update ${adRequests} set state = 'expired', version = version + 1 where id in (select id ${overdue})`,
  ]
}
