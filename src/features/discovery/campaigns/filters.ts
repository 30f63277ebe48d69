import type { Cents } from '../../../shared/money.ts'
import type { Category, Platform } from '../../../shared/taxonomy.ts'

/** How the campaigns of a search are ordered; relevance needs a query. */
export const campaignSorts = ['relevance', 'newest', 'budget', 'ending'] as const

export type CampaignSort = (typeof campaignSorts)[number]

/** Null or empty means no filter. Bounds are inclusive. */
export interface CampaignFilters {
  readonly query: string
  readonly category: Category | null
  /** A niche of the category. */
  readonly niche: string | null
  readonly platform: Platform | null
  readonly budgetFrom: Cents | null
  readonly budgetTo: Cents | null
  /** `YYYY-MM-DD`. The campaign runs on at least one day between `from` and `until`. */
  readonly from: string | null
  readonly until: string | null
}

export interface CampaignSearch extends CampaignFilters {
  readonly sort: CampaignSort
}

/** No filters. Newest first. */
export const EVERY_CAMPAIGN: CampaignSearch = {
  query: '',
  category: null,
  niche: null,
  platform: null,
  budgetFrom: null,
  budgetTo: null,
  from: null,
  until: null,
  sort: 'newest',
}

/** The sort order if nobody chooses one. URLs leave it out. */
export function defaultCampaignSort({ query }: Pick<CampaignFilters, 'query'>): CampaignSort {
  return query === '' ? 'newest' : 'relevance'
}
