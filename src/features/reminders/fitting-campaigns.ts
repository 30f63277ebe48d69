import type { CampaignId } from '../../shared/ids.ts'
import {
  type Category,
  categoryLabel,
  nicheLabel,
  type Platform,
  platforms as platformLabels,
} from '../../shared/taxonomy.ts'

/** What an influencer makes. */
export interface Profile {
  readonly category: Category
  readonly niche: string
  readonly platforms: readonly Platform[]
}

export interface OpenCampaign {
  readonly id: CampaignId
  readonly name: string
  readonly sponsorName: string
  readonly category: Category | null
  readonly niche: string | null
  readonly platforms: readonly Platform[]
  readonly publishedAt: number
}

export interface FittingCampaign extends OpenCampaign {
  /** "Hiking, on Instagram" */
  readonly why: string
}

export const MAX_CAMPAIGNS = 5

/**
 * The campaigns in an influencer's category that ask for one of their platforms. Those in their niche come first, then
 * the newest. Leaves out the ids in `known`, which they already have a request for.
 */
export function fittingCampaigns(
  profile: Profile,
  campaigns: readonly OpenCampaign[],
  known: ReadonlySet<number>,
): FittingCampaign[] {
  return campaigns
    .flatMap((campaign) => {
      const platforms = campaign.platforms.filter((platform) => profile.platforms.includes(platform))
      const fits = campaign.category === profile.category && platforms.length > 0 && !known.has(campaign.id)
      return fits ? [{ ...campaign, why: whyOf(profile, campaign, platforms) }] : []
    })
    .sort((a, b) => rank(profile, b) - rank(profile, a) || b.publishedAt - a.publishedAt)
    .slice(0, MAX_CAMPAIGNS)
}

function rank({ niche }: Profile, campaign: OpenCampaign): number {
  return campaign.niche === niche ? 1 : 0
}

function whyOf({ category, niche }: Profile, campaign: OpenCampaign, platforms: readonly Platform[]): string {
  const topic = campaign.niche === niche ? nicheLabel(category, niche) : categoryLabel(category)
  return `${topic}, on ${platforms.map((platform) => platformLabels[platform]).join(' and ')}`
}
