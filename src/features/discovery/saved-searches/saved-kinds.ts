import type { Viewer } from '../../../platform/http/context.ts'
import type { savedSearches } from '../schema.ts'
import { savedCampaigns } from './saved-campaigns.ts'
import { savedInfluencers } from './saved-influencers.ts'
import type { Kind } from './saved-kind.ts'

export type KindName = (typeof savedSearches.$inferSelect)['kind']

export const kinds: Record<KindName, Kind> = {
  influencers: savedInfluencers,
  campaigns: savedCampaigns,
}

/** Sponsors search for influencers, and influencers for campaigns. */
export function kindOf({ role }: Viewer): KindName {
  return role === 'sponsor' ? 'influencers' : 'campaigns'
}
