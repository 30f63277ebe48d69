import type { Viewer } from '../../platform/http/context.ts'
import type { UserId } from '../../shared/ids.ts'

/** An approved sponsor may invite; whether this campaign and influencer go together, ad requests decide. */
export function canInvite(viewer: Viewer | null): boolean {
  return viewer?.role === 'sponsor' && viewer.status === 'active'
}

/** A profile is edited by its owner alone. */
export function canEditProfile(viewer: Viewer | null, influencerId: UserId): boolean {
  return viewer?.id === influencerId
}

/** A flagged profile is hidden from everyone but its owner and admins. */
export function canSeeFlagged(viewer: Viewer | null, influencerId: UserId): boolean {
  return viewer?.role === 'admin' || viewer?.id === influencerId
}

/** The profile of a suspended account is hidden from everyone but admins: its owner is signed out. */
export function canSeeSuspended(viewer: Viewer | null): boolean {
  return viewer?.role === 'admin'
}
