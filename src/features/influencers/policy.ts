import type { Viewer } from '../../platform/http/context.ts'
import type { UserId } from '../../shared/ids.ts'

/** Approved sponsors may invite. Whether a campaign and an influencer match is checked by ad requests. */
export function canInvite(viewer: Viewer | null): boolean {
  return viewer?.role === 'sponsor' && viewer.status === 'active'
}

/** Only the owner may edit a profile. */
export function canEditProfile(viewer: Viewer | null, influencerId: UserId): boolean {
  return viewer?.id === influencerId
}

/** Only the owner and admins see a flagged profile. */
export function canSeeFlagged(viewer: Viewer | null, influencerId: UserId): boolean {
  return viewer?.role === 'admin' || viewer?.id === influencerId
}

/** Only admins see the profile of a suspended account. The owner cannot sign in. */
export function canSeeSuspended(viewer: Viewer | null): boolean {
  return viewer?.role === 'admin'
}
