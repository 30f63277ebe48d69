import { formatCount, formatPercent } from '../../../shared/format.ts'
import { formatMoney } from '../../../shared/money.ts'
import { countryName, languageName } from '../../../shared/places.ts'
import { categoryLabel, nicheLabel, platforms } from '../../../shared/taxonomy.ts'
import type { RemovableFilter } from '../relaxed-filters.ts'
import type { InfluencerSearch } from './filters.ts'
import { searchHref } from './forms.ts'

/** What narrows a search, in the order of the form; `currency` is an ISO code. */
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
      removable(`followers from ${formatCount(followersFrom)}`, search, { followersFrom: null }),
    followersTo !== null &&
      removable(`followers up to ${formatCount(followersTo)}`, search, { followersTo: null }),
    reachFrom && removable(`reach from ${formatCount(reachFrom)}`, search, { reachFrom: null }),
    engagementFrom &&
      removable(`engagement from ${formatPercent(engagementFrom)}`, search, { engagementFrom: null }),
    priceTo !== null &&
      removable(`up to ${formatMoney(priceTo, currency, { compact: true })}`, search, { priceTo: null }),
    ratingFrom && removable(`rated ${ratingFrom} or more`, search, { ratingFrom: null }),
  ].filter((filter) => typeof filter === 'object' && filter !== null)
}

function removable(
  label: string,
  search: InfluencerSearch,
  taken: Partial<InfluencerSearch>,
): RemovableFilter<InfluencerSearch> {
  const rest = { ...search, ...taken }
  const without = rest.query === '' && rest.sort === 'relevance' ? { ...rest, sort: 'reach' as const } : rest
  return { label, without, withoutHref: searchHref(without) }
}
