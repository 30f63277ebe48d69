import type { InfluencerFilters } from '../influencers/filters.ts'
import { figureTokens } from './figure-tokens.ts'
import { type Match, toMatch, wordsOf } from './match.ts'
import { token, tokenOfBoth } from './tokens.ts'

/** The match of a search; null for what nobody can fit: words of signs only, and bounds the wrong way round. */
export function influencerMatch(filters: InfluencerFilters): Match | null {
  const words = wordsOf(filters.words)
  if (words.length === 0 && filters.words.trim() !== '') return null
  const { followersFrom, followersTo } = filters
  if (followersFrom !== null && followersTo !== null && followersFrom > followersTo) return null
  return toMatch(words, facetsOf(filters))
}

function facetsOf(filters: InfluencerFilters): (readonly string[])[] {
  const { niche, language, priceTo, ratingFrom } = filters
  const { followersFrom, followersTo, reachFrom, engagementFrom } = filters
  return [
    ...topicAndPlace(filters),
    niche && [token('niche', niche)],
    language && [token('language', language)],
    (followersFrom || followersTo !== null) && figureTokens('followers', followersFrom ?? 0, followersTo),
    reachFrom && figureTokens('reach', reachFrom, null),
    engagementFrom && figureTokens('engagement', engagementFrom * 1_000_000, null),
    priceTo !== null && figureTokens('price', 0, priceTo),
    ratingFrom !== null && tenthsFrom(ratingFrom).map((tenths) => token('rating', tenths)),
  ].flatMap((tokens) => (tokens ? [tokens] : []))
}

function topicAndPlace({ category, platform, country }: InfluencerFilters) {
  if (category === null || (platform === null && country === null)) {
    return [
      category && [token('category', category)],
      platform && [token('platform', platform)],
      country && [token('country', country)],
    ]
  }
  return [
    platform && [tokenOfBoth(category, 'platform', platform)],
    country && [tokenOfBoth(category, 'country', country)],
  ]
}

function tenthsFrom(rating: number): number[] {
  const first = Math.floor(rating * 10 + 0.000001)
  return Array.from({ length: 50 - first + 1 }, (_, above) => first + above)
}
