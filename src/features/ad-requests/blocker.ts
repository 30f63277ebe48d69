import type { Cents } from '../../shared/money.ts'

/** What stands around a request and can stop new ones and agreements. */
export interface RequestContext {
  readonly campaign: {
    readonly name: string
    readonly state: 'draft' | 'active' | 'paused' | 'completed'
    readonly flagged: boolean
    /** The first moment after its last day; null while it has no end date. */
    readonly endsAt: number | null
    readonly budget: Cents
    readonly committed: Cents
    /** Raised by every edit: what is agreed to is what was read. */
    readonly version: number
  }
  readonly sponsor: { readonly name: string; readonly active: boolean }
  readonly influencer: { readonly name: string; readonly active: boolean; readonly flagged: boolean }
}

export type Blocker =
  | { readonly kind: 'campaign_draft' }
  | { readonly kind: 'campaign_paused' }
  | { readonly kind: 'campaign_ended' }
  | { readonly kind: 'campaign_flagged' }
  | { readonly kind: 'sponsor_suspended' }
  | { readonly kind: 'influencer_suspended' }
  | { readonly kind: 'influencer_flagged' }

/** Why no new request and no agreement is possible now, or null. What runs already goes on. */
export function blockerOf({ campaign, sponsor, influencer }: RequestContext, now: number): Blocker | null {
  if (campaign.flagged) return { kind: 'campaign_flagged' }
  if (campaign.state === 'draft') return { kind: 'campaign_draft' }
  if (campaign.state === 'completed' || (campaign.endsAt !== null && campaign.endsAt <= now)) {
    return { kind: 'campaign_ended' }
  }
  if (campaign.state === 'paused') return { kind: 'campaign_paused' }
  if (!sponsor.active) return { kind: 'sponsor_suspended' }
  if (influencer.flagged) return { kind: 'influencer_flagged' }
  return influencer.active ? null : { kind: 'influencer_suspended' }
}

/** The obstacle in words that follow from nothing else on the page. */
export function explainBlocker(obstacle: Blocker): string {
  switch (obstacle.kind) {
    case 'campaign_draft':
      return 'This campaign is not published yet.'
    case 'campaign_paused':
      return 'This campaign is paused: nothing new is agreed until its sponsor resumes it.'
    case 'campaign_ended':
      return 'This campaign has ended.'
    case 'campaign_flagged':
      return 'This campaign is under review: nothing new is agreed until that is over.'
    case 'sponsor_suspended':
      return "The sponsor's account is suspended."
    case 'influencer_suspended':
      return "The influencer's account is suspended."
    case 'influencer_flagged':
      return "The influencer's profile is under review: nothing new is agreed until that is over."
  }
}
