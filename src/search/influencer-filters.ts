import { z } from 'zod'
import { routes } from '../routes.ts'
import {
  type Category,
  categoryKeys,
  categoryLabel,
  type Platform,
  platformKeys,
  platforms,
} from '../shared/taxonomy.ts'
import type { ActiveFilter } from '../ui/active-filters.tsx'

/** What one can narrow the list of influencers by; null and empty leave it wide. */
export interface InfluencerFilters {
  readonly words: string
  readonly category: Category | null
  readonly platform: Platform | null
}

const MOST_LETTERS = 100

/** From the query of an address: what makes no sense there is left out, since addresses are shared and typed. */
export const influencerFilters = z.object({
  words: z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MOST_LETTERS))
    .catch(''),
  category: z.enum(categoryKeys).nullable().catch(null),
  platform: z.enum(platformKeys).nullable().catch(null),
})

export function activeFilters(filters: InfluencerFilters): ActiveFilter[] {
  const { words, category, platform } = filters
  return [
    words && { label: `“${words}”`, withoutHref: searchHref({ ...filters, words: '' }) },
    category && { label: categoryLabel(category), withoutHref: searchHref({ ...filters, category: null }) },
    platform && { label: platforms[platform], withoutHref: searchHref({ ...filters, platform: null }) },
  ].filter((filter) => filter !== '' && filter !== null)
}

/** The address of a search; `after` names where a page of it begins. */
export function searchHref(filters: InfluencerFilters, after: string | null = null): string {
  return routes.influencers.index.href({ ...filters, after })
}
