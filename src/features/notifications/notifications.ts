import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import { isConfirmedEmail, users } from '../accounts/schema.ts'
import type { BounceReport } from './bounces/resend-webhook.ts'
import { type NotificationText, notifyEach } from './commands.ts'
import { paragraph } from './email/blocks.ts'

/** To whoever has this address, if a condition holds. `at` is when it happened. */
export function undeliverableNotification(
  address: string,
  reason: BounceReport['reason'],
  condition: SQL,
  { at, now }: { at: number; now: number },
): SQL[] {
  return notifyEach(sql`from ${users} where ${isConfirmedEmail(address)} and ${condition}`, users.id, {
    kind: 'email_undeliverable',
    subjectId: sql`${users.id}`,
    period: at,
    ...undeliverableText(reason),
    path: routes.settings.notifications.index.href(),
    at: now,
  })
}

export function undeliverableText(reason: BounceReport['reason']): NotificationText {
  return {
    title:
      reason === 'bounced'
        ? "We can't reach you by e-mail. Check your address"
        : 'You reported an e-mail of ours as spam, so we stopped sending you e-mail',
    body: [paragraph('Check the address in your notification settings.')],
    action: { label: 'Notification settings' },
  }
}
