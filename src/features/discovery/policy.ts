import type { Viewer } from '../../platform/http/context.ts'
import { canInvite } from '../influencers/policy.ts'

export function canShortlist(viewer: Viewer | null): boolean {
  return canInvite(viewer)
}

export function canCompare(viewer: Viewer | null): boolean {
  return canInvite(viewer) || viewer?.role === 'admin'
}

export function canSaveSearches(viewer: Viewer | null): boolean {
  return viewer?.status === 'active' && viewer.role !== 'admin'
}
