import { DAY } from '../../src/shared/time.ts'

/** How much of everything there is. */
export interface Size {
  readonly sponsors: number
  readonly influencers: number
  readonly campaigns: number
  readonly requests: number
}

/** The demo's own people and their stories need company. */
const FEWEST_INFLUENCERS = 20

/** Up to here everything grows with the influencers. */
export const ALL_BUSY = 10_000

/**
 * In proportion: 60 influencers have 30 campaigns and 200 requests, 10,000 have 5,000 and 50,000. Of those beyond
 * them, one in four brings the campaigns that the others bring, and one in twenty the requests: a million with all
 * of theirs would take some four times as long.
 */
export function sizeFor(wanted: number): Size {
  const influencers = Math.max(FEWEST_INFLUENCERS, wanted)
  const withCampaigns = busy(influencers, 1 / 4)
  return {
    influencers,
    sponsors: Math.max(12, Math.round(withCampaigns * 0.032)),
    campaigns: Math.max(24, Math.round(withCampaigns / 2)),
    requests: Math.round(busy(influencers, 1 / 20) * (influencers < 1_000 ? 10 / 3 : 5)),
  }
}

function busy(influencers: number, shareOfRest: number): number {
  return Math.min(influencers, ALL_BUSY) + Math.max(0, influencers - ALL_BUSY) * shareOfRest
}

/** How far back the demo's history goes. */
export const FIRST_DAY = 560 * DAY

/** When the one of so many joined, as time before now: many early, fewer lately, the last one a day ago. */
export function joinedAgo(index: number, count: number): number {
  return DAY + (1 - (index / count) ** 2.2) * (FIRST_DAY - DAY)
}

/** How many of so many had joined a time ago: the other way round. */
export function joinedBefore(ago: number, count: number): number {
  const share = Math.min(1, Math.max(0, 1 - (ago - DAY) / (FIRST_DAY - DAY)))
  return Math.ceil(share ** (1 / 2.2) * count)
}
