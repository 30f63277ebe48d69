import type { SQL } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import { type NotificationText, notify } from '../notifications/commands.ts'
import { paragraph } from '../notifications/email/blocks.ts'

/** `version` is that of the account when the suspension ended. */
export function suspensionEndNotification(id: UserId, version: number, now: number): SQL[] {
  return notify(id, {
    kind: 'suspension_ended',
    subjectId: id,
    period: version,
    ...suspensionEndedText,
    path: routes.home.href(),
    at: now,
  })
}

export const suspensionEndedText: NotificationText = {
  title: 'Your account is no longer suspended',
  body: [
    paragraph(
      'You can sign in again. Everything in your account is as it was, except for offers that expired in the meantime.',
    ),
  ],
  action: { label: 'Sign in' },
}
