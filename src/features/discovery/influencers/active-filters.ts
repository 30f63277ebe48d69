import { formatCount, formatPercent } from '../../../shared/format.ts'
import { formatMoney } from '../../../shared/money.ts'
import { countryName, languageName } from '../../../shared/places.ts'
import { categoryLabel, nicheLabel, platforms } from '../../../shared/taxonomy.ts'
import type { RemovableFilter } from '../relaxed-filters.ts'
import type { InfluencerSearch } from './filters.ts'
import { searchHref } from './forms.ts'

/** The active filters of a search, in the order of the form. `currency` is an ISO code. */
export function activeFilters(
  search: InfluencerSearch,
  currency: string,
): RemovableFilter<InfluencerSearch>[] {
  const { query, category, niche, platform, country, language } = search
  const { followersFrom, followersTo, reachFrom, engagementFrom, priceTo, ratingFrom } = search
  return [
    query && removable(`“${query}”`, search, { query: '' }),
    category && removable(categoryLabel(category), search, { category: null, niche: null }),
    category && niche && removable(nicheLabel(category, niche) ?? niche, search, { niche: null }),
    platform && removable(platforms[platform], search, { platform: null }),
    country && removable(countryName(country), search, { country: null }),
    language && removable(`speaks ${languageName(language)}`, search, { language: null }),
    followersFrom &&
      removable(`at least ${formatCount(followersFrom)} followers`, search, { followersFrom: null }),
    followersTo !== null &&
      removable(`up to ${formatCount(followersTo)} followers`, search, { followersTo: null }),
    reachFrom && removable(`reach of at least ${formatCount(reachFrom)}`, search, { reachFrom: null }),
    engagementFrom &&
      removable(`engagement of at least ${formatPercent(engagementFrom)}`, search, { engagementFrom: null }),
    priceTo !== null &&
      removable(`price up to ${formatMoney(priceTo, currency, { compact: true })}`, search, {
        priceTo: null,
      }),
    ratingFrom && removable(`rated ${ratingFrom} or more`, search, { ratingFrom: null }),
  ].filter((filter) => typeof filter === 'object' && filter !== null)
}

function removable(
  label: string,
  search: InfluencerSearch,
  removed: Partial<InfluencerSearch>,
): RemovableFilter<InfluencerSearch> {
  const rest = { ...search, ...removed }
  const without = rest.query === '' && rest.sort === 'relevance' ? { ...rest, sort: 'reach' as const } : rest
  return { label, without, withoutHref: searchHref(without) }
}
