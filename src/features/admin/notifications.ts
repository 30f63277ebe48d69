import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import type { NewNotification } from '../notifications/commands.ts'
import type { Answer } from './sponsors/decision.ts'

/** What a sponsor is told; `version` is that of the account which was answered, so that each answer is told once. */
export function answerNotification(
  sponsorId: UserId,
  version: number,
  answer: Answer,
  at: number,
): NewNotification {
  const about = { subjectId: sponsorId, period: version, at }
  if (answer.kind === 'approved') {
    return {
      ...about,
      kind: 'sponsor_approved',
      title: 'Your account is approved',
      body: 'You can publish campaigns and invite influencers now. The first step is a campaign.',
      path: routes.campaigns.new.href(),
    }
  }
  return {
    ...about,
    kind: 'sponsor_rejected',
    title: 'Your account is not approved yet',
    body: `The reason: ${answer.reason}\n\nYou can correct your profile and ask again.`,
    path: routes.waiting.show.href(),
  }
}
