import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import { type Campaign, phaseOf } from './campaign.ts'

type Owned = Pick<Campaign, 'sponsorId'>

/** Whether these are the viewer's to edit, publish, pause, complete, delete, and whose goals it ticks. */
export function canManage(viewer: Viewer | null, { sponsorId }: Owned): viewer is Viewer {
  return viewer?.id === sponsorId && viewer.status === 'active'
}

/** Who sees what a campaign has committed and paid, its requests and its history. */
export function seesBooks(viewer: Viewer | null, campaign: Owned): boolean {
  return viewer?.role === 'admin' || canManage(viewer, campaign)
}

/** Only for the campaign's own sponsor; for everybody else there is nothing at these addresses. */
export const managedBySponsors = [
  routes.campaigns.edit,
  routes.campaigns.publication,
  routes.campaigns.pause,
  routes.campaigns.pauseEnd,
  routes.campaigns.completion,
  routes.campaigns.deletion,
  routes.campaigns.goalCompletion,
  routes.campaigns.goalCompletionUndo,
] as const

/** Why a campaign takes no new requests. */
export type Closed = 'draft' | 'flagged' | 'paused' | 'ended'

/** Null when it is open for new requests. */
export function closedTo(campaign: Pick<Campaign, 'state' | 'endsAt' | 'flag'>, now: number): Closed | null {
  const phase = phaseOf(campaign, now)
  if (campaign.flag) return 'flagged'
  if (phase === 'active') return null
  return phase === 'completed' ? 'ended' : phase
}

/** Why the viewer cannot apply to a campaign; null when it can. */
export type NoApplication =
  | Closed
  | 'visitor'
  | 'not_influencer'
  | 'profile_flagged'
  | 'invited_only'
  | 'has_request'

/** `standing` is what stands between an influencer and this campaign; null for everybody else. */
export function whyNoApplication(
  viewer: Viewer | null,
  campaign: Campaign,
  standing: { readonly hasOpenRequest: boolean; readonly profileFlagged: boolean } | null,
  now: number,
): NoApplication | null {
  const closed = closedTo(campaign, now)
  if (closed) return closed
  if (!viewer) return 'visitor'
  if (viewer.role !== 'influencer' || !standing) return 'not_influencer'
  if (standing.hasOpenRequest) return 'has_request'
  if (standing.profileFlagged) return 'profile_flagged'
  return campaign.visibility === 'private' ? 'invited_only' : null
}

export function explainNoApplication(why: NoApplication): string {
  switch (why) {
    case 'draft':
      return 'This campaign is not published yet.'
    case 'flagged':
      return 'This campaign is under review and takes no new requests until that is over.'
    case 'paused':
      return 'This campaign is paused and takes no new requests for now.'
    case 'ended':
      return 'This campaign has ended and takes no new requests.'
    case 'visitor':
      return 'Influencers apply here. Sign in, or make an account.'
    case 'not_influencer':
      return 'Only influencers apply to campaigns.'
    case 'profile_flagged':
      return 'Your profile is under review: you cannot apply until that is over.'
    case 'invited_only':
      return 'This campaign is private: its sponsor invites whom it wants.'
    case 'has_request':
      return 'You have an open request with this campaign already.'
  }
}
