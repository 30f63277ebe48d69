/**
 * How the trade groups influencers by the size of their audience, from the smallest to the largest. `from` is the
 * fewest followers of a tier.
 */
export const followerTiers = {
  nano: { label: 'Nano', from: 0 },
  micro: { label: 'Micro', from: 10_000 },
  mid: { label: 'Mid-tier', from: 50_000 },
  macro: { label: 'Macro', from: 500_000 },
  mega: { label: 'Mega', from: 1_000_000 },
} as const satisfies Record<string, { label: string; from: number }>

export type FollowerTier = keyof typeof followerTiers

export const followerTierKeys = Object.keys(followerTiers) as FollowerTier[]

/** The tier of somebody with this many followers. Throws a RangeError for a negative number. */
export function followerTierOf(followers: number): FollowerTier {
  const tier = followerTierKeys.findLast((key) => followers >= followerTiers[key].from)
  if (tier === undefined) throw new RangeError(`Nobody has ${followers} followers.`)
  return tier
}
