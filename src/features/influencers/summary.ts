import type { PageMeta } from '../../platform/http/page-meta.ts'
import { routes } from '../../routes.ts'
import { formatCount, formatPercent } from '../../shared/format.ts'
import { countryName } from '../../shared/places.ts'
import { categoryLabel, nicheLabel } from '../../shared/taxonomy.ts'
import { metricsOf } from './metrics.ts'
import type { Influencer } from './queries.ts'

/** What others are told of an influencer's page; nothing while not everybody may see it. */
export function aboutInfluencer(influencer: Influencer): PageMeta | undefined {
  if (influencer.status !== 'active' || influencer.flaggedAt !== null) return undefined
  return {
    description: [...introductionOf(influencer), influencer.bio].join(' '),
    path: routes.influencers.show.href({ influencerId: influencer.id }),
    isProfile: true,
  }
}

/** "Outdoors · Hiking". */
export function fieldOf({ category, niche }: Pick<Influencer, 'category' | 'niche'>): string {
  return [categoryLabel(category), nicheLabel(category, niche)].filter(Boolean).join(' · ')
}

/** "Stockholm, Sweden". */
export function placeOf({ city, country }: Pick<Influencer, 'city' | 'country'>): string {
  return [city, countryName(country)].filter(Boolean).join(', ')
}

function introductionOf(influencer: Influencer): string[] {
  const { reach, engagementRate } = metricsOf(influencer.channels)
  const who = [influencer.name, fieldOf(influencer), placeOf(influencer)].filter(Boolean).join(', ')
  if (reach === 0) return [`${who}.`]
  return [`${who}.`, `Reach ${formatCount(reach)}, engagement ${formatPercent(engagementRate)}.`]
}
