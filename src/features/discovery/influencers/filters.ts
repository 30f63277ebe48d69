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

/** Null or empty means no filter. Bounds are inclusive. */
export interface InfluencerFilters {
  readonly query: string
  readonly category: Category | null
  /** A niche of the category. */
  readonly niche: string | null
  readonly platform: Platform | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  /** ISO 639-1. */
  readonly language: string | null
  readonly followersFrom: number | null
  readonly followersTo: number | null
  readonly reachFrom: number | null
  /** A share: 0.05 is 5%. */
  readonly engagementFrom: number | null
  /** At least one price on the rate card is this or lower. */
  readonly priceTo: Cents | null
  /** 1 to 5. Leaves out influencers without a rating. */
  readonly ratingFrom: number | null
}

export interface InfluencerSearch extends InfluencerFilters {
  readonly sort: InfluencerSort
}

/** No filters. Sorted by reach, highest first. */
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

/** The sort order if nobody chooses one. URLs leave it out. */
export function defaultSort({ query }: Pick<InfluencerFilters, 'query'>): InfluencerSort {
  return query === '' ? 'reach' : 'relevance'
}
