import type { Viewer } from '../../platform/http/context.ts'
import { canInvite } from '../influencers/policy.ts'

/** Shortlists are for those who invite. */
export function canShortlist(viewer: Viewer | null): boolean {
  return canInvite(viewer)
}

export function canCompare(viewer: Viewer | null): boolean {
  return canInvite(viewer) || viewer?.role === 'admin'
}

/** Admins have lists of their own to look through. */
export function canSaveSearches(viewer: Viewer | null): boolean {
  return viewer?.status === 'active' && viewer.role !== 'admin'
}
