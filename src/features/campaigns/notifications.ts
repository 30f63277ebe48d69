import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { CampaignId } from '../../shared/ids.ts'
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
    ...endedText(name),
    path: routes.campaigns.show.href({ campaignId: id }),
    at: now,
  })
}

export function endedText(name: string): NotificationText {
  return {
    title: `${name} has ended`,
    body: [paragraph('It takes no new requests. You can complete it, or choose a later end date to go on.')],
    action: { label: 'Open the campaign' },
  }
}
