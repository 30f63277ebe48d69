import type { SQL } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import { notify } from '../notifications/commands.ts'
import type { Answer } from './sponsors/answer.ts'

/** `version` is that of the account when it was answered. */
export function answerNotification(id: UserId, version: number, answer: Answer, now: number): SQL[] {
  const about = { subjectId: id, period: version, at: now }
  return notify(
    id,
    answer.kind === 'approved'
      ? {
          ...about,
          kind: 'sponsor_approved',
          title: 'Your account is approved',
          body: 'You can now publish campaigns and invite influencers. Start by creating a campaign.',
          path: routes.campaigns.new.href(),
        }
      : {
          ...about,
          kind: 'sponsor_rejected',
          title: 'Your account is not approved yet',
          body: `Reason: ${answer.reason}\n\nYou can update your profile and resubmit it.`,
          path: routes.waiting.show.href(),
        },
  )
}

/** `version` is that of the account when the suspension ended. */
export function suspensionEndNotification(id: UserId, version: number, now: number): SQL[] {
  return notify(id, {
    kind: 'suspension_ended',
    subjectId: id,
    period: version,
    title: 'Your account is no longer suspended',
    body: 'You can sign in again.',
    path: routes.home.href(),
    at: now,
  })
}
