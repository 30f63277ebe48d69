import type { CampaignRow } from '../campaigns/schema.ts'

/** The campaign and the people of a request, as far as they can block it. */
export interface RequestContext {
  readonly campaign: Pick<
    CampaignRow,
    'name' | 'state' | 'endDate' | 'endsAt' | 'timeZone' | 'budget' | 'committed' | 'version'
  > & { readonly flagged: boolean }
  readonly sponsor: { readonly name: string; readonly active: boolean; readonly flagged: boolean }
  readonly influencer: { readonly name: string; readonly active: boolean; readonly flagged: boolean }
}

export type Blocker =
  | { readonly kind: 'campaign_draft' }
  | { readonly kind: 'campaign_paused' }
  | { readonly kind: 'campaign_ended' }
  | { readonly kind: 'campaign_flagged' }
  | { readonly kind: 'sponsor_flagged' }
  | { readonly kind: 'sponsor_suspended' }
  | { readonly kind: 'influencer_suspended' }
  | { readonly kind: 'influencer_flagged' }

/** Why no new request and no agreement is possible now; null if they are. Existing deals continue. */
export function blockerOf(context: RequestContext, now: number): Blocker | null {
  const { influencer } = context
  const blocker = flagBlockerOf(context) ?? campaignBlockerOf(context, now)
  if (blocker) return blocker
  return influencer.active ? null : { kind: 'influencer_suspended' }
}

/** The same without the influencer, for everybody who is invited. */
export function campaignBlockerOf(
  { campaign, sponsor }: Omit<RequestContext, 'influencer'>,
  now: number,
): Blocker | null {
  if (campaign.flagged) return { kind: 'campaign_flagged' }
  if (sponsor.flagged) return { kind: 'sponsor_flagged' }
  if (campaign.state === 'draft') return { kind: 'campaign_draft' }
  if (isOver({ campaign }, now)) return { kind: 'campaign_ended' }
  if (campaign.state === 'paused') return { kind: 'campaign_paused' }
  return sponsor.active ? null : { kind: 'sponsor_suspended' }
}

/** Why not even a new offer can be made. Once the campaign is over, nobody could ever accept it. */
export function proposalBlockerOf(context: RequestContext, now: number): Blocker | null {
  return flagBlockerOf(context) ?? (isOver(context, now) ? { kind: 'campaign_ended' } : null)
}

function isOver({ campaign }: Pick<RequestContext, 'campaign'>, now: number): boolean {
  return campaign.state === 'completed' || (campaign.endsAt !== null && campaign.endsAt <= now)
}

/** A blocker that an admin has set. */
function flagBlockerOf({ campaign, sponsor, influencer }: RequestContext): Blocker | null {
  if (campaign.flagged) return { kind: 'campaign_flagged' }
  if (sponsor.flagged) return { kind: 'sponsor_flagged' }
  return influencer.flagged ? { kind: 'influencer_flagged' } : null
}

export function explainBlocker(blocker: Blocker): string {
  switch (blocker.kind) {
    case 'campaign_draft':
      return "This campaign isn't published yet."
    case 'campaign_paused':
      return 'This campaign is paused. New agreements have to wait until its sponsor resumes it.'
    case 'campaign_ended':
      return 'This campaign has ended, so there can be no new offer and no agreement.'
    case 'campaign_flagged':
      return 'This campaign is under review. New agreements have to wait.'
    case 'sponsor_flagged':
      return "The sponsor's profile is under review. New agreements have to wait."
    case 'sponsor_suspended':
      return "The sponsor's account is suspended or being deleted."
    case 'influencer_suspended':
      return "The influencer's account is suspended or being deleted."
    case 'influencer_flagged':
      return "The influencer's profile is under review. New agreements have to wait."
  }
}
