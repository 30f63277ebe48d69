import type { InfluencerFilters } from './influencer-filters.ts'
import { anyOf, type Match, toMatch, wordsOf } from './match.ts'
import { stepTokens, token } from './tokens.ts'

/** The match of a search; null when its words hold nothing that could be found, as of signs only. */
export function influencerMatch(filters: InfluencerFilters): Match | null {
  const words = wordsOf(filters.words)
  if (words.length === 0 && filters.words.trim() !== '') return null
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
    engagementFrom && stepTokens('engagement', engagementFrom * 1_000_000, MOST),
    priceTo !== null && stepTokens('price', 0, priceTo),
    ratingFrom !== null && tenthsFrom(ratingFrom).map((tenths) => token('rating', tenths)),
  ].flatMap((tokens) => (tokens ? [anyOf(tokens)] : []))
}

// More than anybody's followers, or anybody's likes and comments for each million of them.
const MOST = 100_000_000_000

function tenthsFrom(rating: number): number[] {
  const first = Math.floor(rating * 10 + 0.000001)
  return Array.from({ length: 50 - first + 1 }, (_, above) => first + above)
}
