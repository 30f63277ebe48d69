import type { PageMeta } from '../../../platform/http/page-meta.ts'
import { routes } from '../../../routes.ts'
import { platformsOf, wantedOf } from '../brief.tsx'
import type { Campaign } from '../campaign.ts'

/** What others are told of a campaign's page; nothing while not everybody may see it. */
export function aboutCampaign(campaign: Campaign): PageMeta | undefined {
  const { id, sponsorName, brief, visibility, state, flag } = campaign
  if (visibility === 'private' || state !== 'active' || flag) return undefined
  return {
    description: `${sponsorName} looks for ${wantedOf(campaign)} (${platformsOf(campaign)}). ${brief}`,
    path: routes.campaigns.show.href({ campaignId: id }),
  }
}
