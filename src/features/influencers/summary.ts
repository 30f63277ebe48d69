import type { PageMeta } from '../../platform/http/page-meta.ts'
import { routes } from '../../routes.ts'
import { formatCount, formatPercent } from '../../shared/format.ts'
import { countryName } from '../../shared/places.ts'
import { categoryLabel, nicheLabel } from '../../shared/taxonomy.ts'
import { joinFacts } from '../../shared/text/facts.ts'
import { metricsOf } from './metrics.ts'
import type { Influencer } from './queries.ts'

/** The page meta of an influencer's profile, unless it is hidden from the public. */
export function influencerMeta(influencer: Influencer): PageMeta | undefined {
  if (influencer.status !== 'active' || influencer.flaggedAt !== null) return undefined
  return {
    description: [...introduction(influencer), influencer.bio].join(' '),
    path: routes.influencers.show.href({ influencerId: influencer.id }),
    isProfile: true,
  }
}

/** "Outdoors · Hiking". */
export function fieldOf({ category, niche }: Pick<Influencer, 'category' | 'niche'>): string {
  return joinFacts(categoryLabel(category), nicheLabel(category, niche))
}

/** "Stockholm, Sweden". */
export function placeOf({ city, country }: Pick<Influencer, 'city' | 'country'>): string {
  return [city, countryName(country)].filter(Boolean).join(', ')
}

function introduction(influencer: Influencer): string[] {
  const { reach, engagementRate } = metricsOf(influencer.channels)
  const name = [influencer.name, fieldOf(influencer), placeOf(influencer)].filter(Boolean).join(', ')
  if (reach === 0) return [`${name}.`]
  return [`${name}.`, `Reach ${formatCount(reach)}, engagement ${formatPercent(engagementRate)}.`]
}
