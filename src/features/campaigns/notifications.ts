import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import { notifyEach } from '../notifications/commands.ts'
import type { Campaign } from './campaign.ts'

/** To the influencer of each open request. `openRequests` is the `from … where …` that finds those. */
export function deletedNotification(campaign: Campaign, openRequests: SQL, now: number): SQL[] {
  return notifyEach(openRequests, sql`influencer_id`, {
    kind: 'campaign_deleted',
    subjectId: campaign.id,
    period: campaign.createdAt,
    title: `${campaign.sponsorName} deleted ${campaign.name} and your open request for it`,
    body: "You don't need to do anything. You can apply to other campaigns.",
    path: routes.campaigns.index.href(),
    at: now,
  })
}
