import type { SQL } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import { type NotificationText, notify } from '../notifications/commands.ts'
import { paragraph, quote } from '../notifications/email/blocks.ts'
import type { Answer } from './sponsors/answer.ts'

/** `version` is that of the account when it was answered. */
export function answerNotification(id: UserId, version: number, answer: Answer, now: number): SQL[] {
  const about = { subjectId: id, period: version, at: now }
  return notify(
    id,
    answer.kind === 'approved'
      ? { ...about, kind: 'sponsor_approved', ...approvedText, path: routes.campaigns.new.href() }
      : {
          ...about,
          kind: 'sponsor_rejected',
          ...sponsorRejectedText(answer.reason),
          path: routes.waiting.show.href(),
        },
  )
}

export const approvedText: NotificationText = {
  title: 'Your account is approved',
  subject: 'Your account is approved: create your first campaign',
  body: [
    paragraph('You can now publish campaigns and invite influencers.'),
    { kind: 'heading', text: 'What happens next' },
    paragraph('1. Create a campaign: what you want posted, by when and for how much.'),
    paragraph('2. Publish it. Influencers can apply, and you can invite the ones you like.'),
    paragraph('3. Agree on terms. You only commit budget when an offer is accepted.'),
  ],
  action: { label: 'Create a campaign' },
}

export function sponsorRejectedText(reason: string): NotificationText {
  return {
    title: 'Your account is not approved yet',
    subject: 'Update your profile: your account is not approved yet',
    preheader: reason,
    body: [
      paragraph("We've reviewed your account and can't approve it yet."),
      ...quote('The reviewer', reason),
      { kind: 'heading', text: 'What you can do' },
      paragraph(
        "Update your profile, then resubmit it. We'll review it again, usually within one working day.",
      ),
    ],
    action: { label: 'Update and resubmit' },
  }
}
