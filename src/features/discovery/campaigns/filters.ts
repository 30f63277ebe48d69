import type { Cents } from '../../../shared/money.ts'
import type { Category, Platform } from '../../../shared/taxonomy.ts'

/** How the campaigns of a search are ordered; relevance needs a query. */
export const campaignSorts = ['relevance', 'newest', 'budget', 'ending'] as const

export type CampaignSort = (typeof campaignSorts)[number]

/** What one can narrow the campaigns by; null and empty leave it wide. Bounds are included. */
export interface CampaignFilters {
  readonly query: string
  readonly category: Category | null
  /** One of the category's. */
  readonly niche: string | null
  readonly platform: Platform | null
  readonly budgetFrom: Cents | null
  readonly budgetTo: Cents | null
  /** Calendar days, `YYYY-MM-DD`: the campaign runs on at least one of those from the first to the second. */
  readonly from: string | null
  readonly until: string | null
}

/** A search: what is looked for, and in what order. */
export interface CampaignSearch extends CampaignFilters {
  readonly sort: CampaignSort
}

/** All that are open, the newest first. */
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

/** The order that nobody needs to ask for. */
export function usualCampaignSort({ query }: Pick<CampaignFilters, 'query'>): CampaignSort {
  return query === '' ? 'newest' : 'relevance'
}
