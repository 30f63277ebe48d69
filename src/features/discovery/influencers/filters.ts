import type { Cents } from '../../../shared/money.ts'
import type { Category, Platform } from '../../../shared/taxonomy.ts'

/** How the influencers of a search are ordered; relevance needs a query. */
export const influencerSorts = [
  'relevance',
  'reach',
  'followers',
  'engagement',
  'rating',
  'price',
  'newest',
] as const

export type InfluencerSort = (typeof influencerSorts)[number]

/** What one can narrow the influencers by; null and empty leave it wide. Bounds are included. */
export interface InfluencerFilters {
  readonly query: string
  readonly category: Category | null
  /** One of the category's. */
  readonly niche: string | null
  readonly platform: Platform | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  /** ISO 639-1. */
  readonly language: string | null
  readonly followersFrom: number | null
  readonly followersTo: number | null
  readonly reachFrom: number | null
  /** A share: 0.05 is 5 %. */
  readonly engagementFrom: number | null
  /** What at least one thing on the rate card costs at most. */
  readonly priceTo: Cents | null
  /** 1 to 5. Those without a rating are left out. */
  readonly ratingFrom: number | null
}

/** A search: what is looked for, and in what order. */
export interface InfluencerSearch extends InfluencerFilters {
  readonly sort: InfluencerSort
}

/** Everybody, the largest reach first. */
export const EVERYBODY: InfluencerSearch = {
  query: '',
  category: null,
  niche: null,
  platform: null,
  country: null,
  language: null,
  followersFrom: null,
  followersTo: null,
  reachFrom: null,
  engagementFrom: null,
  priceTo: null,
  ratingFrom: null,
  sort: 'reach',
}

/** The order that nobody needs to ask for. */
export function usualSort({ query }: Pick<InfluencerFilters, 'query'>): InfluencerSort {
  return query === '' ? 'reach' : 'relevance'
}
