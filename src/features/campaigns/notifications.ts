import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { CampaignId } from '../../shared/ids.ts'
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

/** To the sponsor. `row` is the `from … where …` that finds the campaign. */
export function endedNotification(
  { id, name, endsAt }: { readonly id: CampaignId; readonly name: string; readonly endsAt: number },
  row: SQL,
  now: number,
): SQL[] {
  return notifyEach(row, sql`sponsor_id`, {
    kind: 'campaign_ended',
    subjectId: id,
    period: endsAt,
    title: `${name} has ended`,
    body: 'It takes no new requests. You can complete it, or choose a later end date to go on.',
    path: routes.campaigns.show.href({ campaignId: id }),
    at: now,
  })
}
