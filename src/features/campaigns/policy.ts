import type { Viewer } from '../../platform/http/context.ts'
import { type Campaign, phaseOf } from './campaign.ts'

type Owned = Pick<Campaign, 'sponsorId'>

/** Whether the viewer may edit, publish, pause, complete and delete a campaign, and check off its goals. */
export function canManage(viewer: Viewer | null, { sponsorId }: Owned): viewer is Viewer {
  return viewer?.id === sponsorId && viewer.status === 'active'
}

/** Whether the list of campaigns shows the viewer's own ones. It shows everybody else the catalog. */
export function hasOwnCampaigns(viewer: Viewer | null): boolean {
  return viewer?.role === 'sponsor' && viewer.status === 'active'
}

/** Whether the viewer may see a campaign's finances, requests and activity. */
export function canSeeOverview(viewer: Viewer | null, campaign: Owned): boolean {
  return viewer?.role === 'admin' || canManage(viewer, campaign)
}

export type ClosedReason = 'draft' | 'flagged' | 'paused' | 'ended'

/** Why a campaign takes no new requests; null if it does. */
export function closedReason(
  campaign: Pick<Campaign, 'state' | 'startsAt' | 'endsAt' | 'flaggedAt'>,
  now: number,
): ClosedReason | null {
  if (campaign.flaggedAt !== null) return 'flagged'
  const phase = phaseOf(campaign, now)
  switch (phase) {
    case 'upcoming':
    case 'active':
      return null
    case 'completed':
      return 'ended'
    default:
      return phase
  }
}

/** Why the viewer cannot apply to a campaign. */
export type ApplicationBlocker =
  | ClosedReason
  | 'visitor'
  | 'not_influencer'
  | 'profile_flagged'
  | 'invited_only'
  | 'has_request'

/** Null if the viewer can apply. `applicant` is null for everybody but influencers. */
export function applicationBlocker(
  viewer: Viewer | null,
  campaign: Campaign,
  applicant: { readonly hasOpenRequest: boolean; readonly profileFlagged: boolean } | null,
  now: number,
): ApplicationBlocker | null {
  const closed = closedReason(campaign, now)
  if (closed) return closed
  if (!viewer) return 'visitor'
  if (viewer.role !== 'influencer' || !applicant) return 'not_influencer'
  if (applicant.hasOpenRequest) return 'has_request'
  if (applicant.profileFlagged) return 'profile_flagged'
  return campaign.visibility === 'private' ? 'invited_only' : null
}

export function explainApplicationBlocker(blocker: ApplicationBlocker): string {
  switch (blocker) {
    case 'draft':
      return "This campaign isn't published yet."
    case 'flagged':
      return 'This campaign is under review and takes no new requests for now.'
    case 'paused':
      return 'This campaign is paused and takes no new requests for now.'
    case 'ended':
      return 'This campaign has ended and takes no new requests.'
    case 'visitor':
      return 'Influencers can apply here. Sign in, or create an account.'
    case 'not_influencer':
      return 'Only influencers can apply to campaigns.'
    case 'profile_flagged':
      return "Your profile is under review, so you can't apply for now."
    case 'invited_only':
      return 'This campaign is private. Only invited influencers can take part.'
    case 'has_request':
      return 'You already have an open request for this campaign.'
  }
}
