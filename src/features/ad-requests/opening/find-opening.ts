import type { AppContext } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import type { CampaignId, UserId } from '../../../shared/ids.ts'
import type { Origin } from '../ad-request.ts'
import { findApplication, findInvitation, type Opening } from './queries.ts'

/** What a sponsor needs to invite influencers to a campaign. A 404 if it is not theirs. */
export async function getInvitation(
  c: AppContext,
  campaignId: CampaignId,
  influencerIds: readonly UserId[],
): Promise<Opening> {
  const found = await findInvitation(c.var.db, viewerOf(c).id, campaignId, influencerIds, c.var.now)
  if (!found) throw notFound()
  return found
}

/** What an influencer needs to apply to a campaign. A 404 if they cannot see it. */
export async function getApplication(c: AppContext, campaignId: CampaignId): Promise<Opening> {
  const found = await findApplication(c.var.db, viewerOf(c).id, campaignId, c.var.now)
  if (!found) throw notFound()
  return found
}

/** The same as it is now. */
export function reload(c: AppContext, { campaign, candidates }: Opening, origin: Origin): Promise<Opening> {
  const ids = candidates.map(({ influencerId }) => influencerId)
  return origin === 'invitation' ? getInvitation(c, campaign.id, ids) : getApplication(c, campaign.id)
}
