import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import { type NotificationText, notifyEach } from '../notifications/commands.ts'
import { paragraph } from '../notifications/email/blocks.ts'
import type { Campaign } from './campaign.ts'

/** To the influencer of each open request. `openRequests` is the `from … where …` that finds those. */
export function deletedNotification(campaign: Campaign, openRequests: SQL, now: number): SQL[] {
  return notifyEach(openRequests, sql`influencer_id`, {
    kind: 'campaign_deleted',
    subjectId: campaign.id,
    period: campaign.createdAt,
    ...deletedText(campaign),
    path: routes.campaigns.index.href(),
    at: now,
  })
}

export function deletedText({ name, sponsorName }: Pick<Campaign, 'name' | 'sponsorName'>): NotificationText {
  return {
    title: `${sponsorName} deleted ${name} and your open request for it`,
    body: [paragraph("You don't need to do anything. You can apply to other campaigns.")],
    action: { label: 'Find other campaigns' },
  }
}
