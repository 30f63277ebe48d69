import type { InfluencerFilters } from './influencer-filters.ts'
import { anyOf, type Match, toMatch, wordsOf } from './match.ts'
import { stepTokens, token } from './tokens.ts'

/** The match of a search; null for what nobody can fit: words of signs only, and bounds the wrong way round. */
export function influencerMatch(filters: InfluencerFilters): Match | null {
  const words = wordsOf(filters.words)
  if (words.length === 0 && filters.words.trim() !== '') return null
  if ((filters.followersFrom ?? 0) > (filters.followersTo ?? MOST)) return null
  return toMatch(words, facetsOf(filters))
}

function facetsOf(filters: InfluencerFilters): string[] {
  const { category, niche, platform, country, language, priceTo, ratingFrom } = filters
  const { followersFrom, followersTo, reachFrom, engagementFrom } = filters
  return [
    category && [token('category', category)],
    niche && [token('niche', niche)],
    platform && [token('platform', platform)],
    country && [token('country', country)],
    language && [token('language', language)],
    (followersFrom || followersTo !== null) &&
      stepTokens('followers', followersFrom ?? 0, followersTo ?? MOST),
    reachFrom && stepTokens('reach', reachFrom, MOST),
    engagementFrom && stepTokens('engagement', engagementFrom * 1_000_000, MOST_MILLIONTHS),
    priceTo !== null && stepTokens('price', 0, priceTo),
    ratingFrom !== null && tenthsFrom(ratingFrom).map((tenths) => token('rating', tenths)),
  ].flatMap((tokens) => (tokens ? [anyOf(tokens)] : []))
}

// More than anybody's followers, and more likes and comments than anybody's for each million of them.
const MOST = 100_000_000_000
const MOST_MILLIONTHS = 10_000_000_000_000_000

function tenthsFrom(rating: number): number[] {
  const first = Math.floor(rating * 10 + 0.000001)
  return Array.from({ length: 50 - first + 1 }, (_, above) => first + above)
}
