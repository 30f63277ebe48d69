import * as z from 'zod'
import { money, optional, wholeNumber } from '../../../platform/forms/fields.ts'
import type { FormState } from '../../../platform/forms/form.ts'
import { queryField } from '../../../platform/forms/query-field.ts'
import { type Cursor, parseCursor } from '../../../platform/search/cursor.ts'
import { routes } from '../../../routes.ts'
import { countryCodes, languageCodes } from '../../../shared/places.ts'
import { categoryKeys, platformKeys } from '../../../shared/taxonomy.ts'
import { percentField, toPercent } from '../percent.ts'
import { optionalChoice, readQuery } from '../read-query.ts'
import { categoryOf, nicheError } from '../topic.ts'
import { defaultSort, type InfluencerSearch, influencerSorts } from './filters.ts'

/** The choices for the minimum rating. */
export const ratingSteps = ['2', '3', '3.5', '4', '4.5'] as const

/** A search as its URL says it, with the page's cursor, and the form to show. */
export interface InfluencerQuery {
  readonly search: InfluencerSearch
  readonly after: Cursor | null
  readonly form: FormState
}

/** Parses a query string. Unknown choices are ignored, and fields that people type can have errors. */
export function parseInfluencerQuery(query: Readonly<Record<string, string>>): InfluencerQuery {
  const { value: search, form } = readQuery(query, searchSchema)
  const after = parseCursor(query.after)
  // Only relevance has a second part.
  return { search, after: search.sort === 'relevance' || after?.part === 0 ? after : null, form }
}

/** The URL of a search, normalized. `after` is a page's cursor. */
export function searchHref(search: InfluencerSearch, after: string | null = null): string {
  const { query, category, niche, platform, country, language, priceTo } = search
  return routes.influencers.index.href({
    query,
    category,
    niche,
    platform,
    country,
    language,
    followersFrom: search.followersFrom,
    followersTo: search.followersTo,
    reachFrom: search.reachFrom,
    engagementFrom: search.engagementFrom && toPercent(search.engagementFrom),
    priceTo: priceTo === null ? null : priceTo / 100,
    ratingFrom: search.ratingFrom,
    sort: search.sort === defaultSort(search) ? null : search.sort,
    after,
  })
}

const MAX_FOLLOWERS = 100_000_000_000
const number = optional(wholeNumber({ required: 'Enter a number', min: 0, max: MAX_FOLLOWERS }))

const fields = z.object({
  query: queryField,
  category: optionalChoice(categoryKeys),
  niche: z.string().catch('').default(''),
  platform: optionalChoice(platformKeys),
  country: optionalChoice(countryCodes),
  language: optionalChoice(languageCodes),
  followersFrom: number,
  followersTo: number,
  reachFrom: number,
  engagementFrom: optional(percentField),
  priceTo: optional(money()),
  ratingFrom: optionalChoice(ratingSteps),
  sort: optionalChoice(influencerSorts),
})

type Fields = z.output<typeof fields>

// Checks the fields against each other. The error goes to the later field, which is then ignored.
const searchSchema = fields.transform((typed, context): InfluencerSearch => {
  const { category, niche, followersFrom = 0, followersTo = MAX_FOLLOWERS } = typed
  const addError = (field: keyof Fields, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })

  const wrongNiche = nicheError(category, niche)
  if (wrongNiche) addError('niche', wrongNiche)
  if (followersFrom > followersTo) {
    const from = followersFrom.toLocaleString('en')
    addError('followersTo', `Enter at least ${from}, or lower “Followers from”`)
  }
  return context.issues.length > 0 ? z.NEVER : toSearch(typed)
})

// A niche implies its category. A minimum of 0 is no filter.
function toSearch(typed: Fields): InfluencerSearch {
  const { query, platform, country, language, ratingFrom, sort } = typed
  const nicheCategory = categoryOf(typed.niche)
  return {
    query,
    category: typed.category ?? nicheCategory,
    niche: nicheCategory && typed.niche,
    platform,
    country,
    language,
    followersFrom: typed.followersFrom || null,
    followersTo: typed.followersTo ?? null,
    reachFrom: typed.reachFrom || null,
    engagementFrom: typed.engagementFrom || null,
    priceTo: typed.priceTo ?? null,
    ratingFrom: ratingFrom && Number(ratingFrom),
    sort: sort === null || (sort === 'relevance' && query === '') ? defaultSort({ query }) : sort,
  }
}
