import type { PageMeta } from '../../../platform/http/page-meta.ts'
import { routes } from '../../../routes.ts'
import { platformsOf, wantedOf } from '../brief.tsx'
import type { Campaign } from '../campaign.ts'

/** For search engines and link previews. Only for campaigns that everybody can see. */
export function campaignMeta(campaign: Campaign): PageMeta | undefined {
  const { id, sponsorName, brief, visibility, state, flaggedAt } = campaign
  if (visibility === 'private' || state !== 'active' || flaggedAt !== null) return undefined
  return {
    description: `${sponsorName} is looking for ${wantedOf(campaign)} (${platformsOf(campaign)}). ${brief}`,
    path: routes.campaigns.show.href({ campaignId: id }),
  }
}
