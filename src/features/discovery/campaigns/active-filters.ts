import { formatDay } from '../../../shared/format.ts'
import { type Cents, formatMoney } from '../../../shared/money.ts'
import { categoryLabel, nicheLabel, platforms } from '../../../shared/taxonomy.ts'
import type { RemovableFilter } from '../relaxed-filters.ts'
import { type CampaignSearch, defaultCampaignSort } from './filters.ts'
import { campaignSearchHref } from './forms.ts'

/** The active filters of a search, in the order of the form. `currency` is an ISO code. */
export function activeCampaignFilters(
  search: CampaignSearch,
  currency: string,
): RemovableFilter<CampaignSearch>[] {
  const { query, category, niche, platform, budgetFrom, budgetTo, from, until } = search
  const money = (amount: Cents) => formatMoney(amount, currency, { compact: true })
  return [
    query && removable(`“${query}”`, search, { query: '' }),
    category && removable(categoryLabel(category), search, { category: null, niche: null }),
    category && niche && removable(nicheLabel(category, niche) ?? niche, search, { niche: null }),
    platform && removable(platforms[platform], search, { platform: null }),
    budgetFrom && removable(`budget of at least ${money(budgetFrom)}`, search, { budgetFrom: null }),
    budgetTo !== null && removable(`budget up to ${money(budgetTo)}`, search, { budgetTo: null }),
    from && removable(`runs on ${dated(from)} or later`, search, { from: null }),
    until && removable(`starts by ${dated(until)}`, search, { until: null }),
  ].filter((filter) => typeof filter === 'object' && filter !== null)
}

// Always with the year.
function dated(day: string): string {
  return formatDay(day, '')
}

function removable(
  label: string,
  search: CampaignSearch,
  removed: Partial<CampaignSearch>,
): RemovableFilter<CampaignSearch> {
  const rest = { ...search, ...removed }
  const without =
    rest.query === '' && rest.sort === 'relevance' ? { ...rest, sort: defaultCampaignSort(rest) } : rest
  return { label, without, withoutHref: campaignSearchHref(without) }
}
