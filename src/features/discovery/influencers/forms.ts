import * as z from 'zod'
import { money, optional, wholeNumber } from '../../../platform/forms/fields.ts'
import type { FormState } from '../../../platform/forms/form.ts'
import { queryField } from '../../../platform/forms/query-field.ts'
import { routes } from '../../../routes.ts'
import { countryCodes, languageCodes } from '../../../shared/places.ts'
import { categoryKeys, platformKeys } from '../../../shared/taxonomy.ts'
import { type Cursor, parseCursor } from '../index/cursor.ts'
import { percentField, toPercent } from '../percent.ts'
import { chosen, readQuery } from '../read-query.ts'
import { categoryOf, contradiction } from '../topic.ts'
import { type InfluencerSearch, influencerSorts, usualSort } from './filters.ts'

/** The ratings that one can ask for at least. */
export const ratingSteps = ['2', '3', '3.5', '4', '4.5'] as const

/** A search, where its page begins, and the form that says it back. */
export interface InfluencerQuery {
  readonly search: InfluencerSearch
  readonly after: Cursor | null
  readonly form: FormState
}

/** Reads the query of an address. What nobody can type into the form is left out; the rest may be in error. */
export function parseInfluencerQuery(query: Readonly<Record<string, string>>): InfluencerQuery {
  const { value: search, form } = readQuery(query, searchSchema)
  const after = parseCursor(query.after)
  // The other orders have one part only.
  return { search, after: search.sort === 'relevance' || after?.part === 0 ? after : null, form }
}

/** The one address of a search, or of the page of it that begins after a place. */
export function searchHref(search: InfluencerSearch, after: string | null = null): string {
  const { words, category, niche, platform, country, language, priceTo } = search
  return routes.influencers.index.href({
    words,
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
    sort: search.sort === usualSort(search) ? null : search.sort,
    after,
  })
}

const MAX_FOLLOWERS = 100_000_000_000
const number = optional(wholeNumber({ required: 'Enter a number', min: 0, max: MAX_FOLLOWERS }))

const fields = z.object({
  words: queryField,
  category: chosen(categoryKeys),
  niche: z.string().catch(''),
  platform: chosen(platformKeys),
  country: chosen(countryCodes),
  language: chosen(languageCodes),
  followersFrom: number,
  followersTo: number,
  reachFrom: number,
  engagementFrom: optional(percentField),
  priceTo: optional(money()),
  ratingFrom: chosen(ratingSteps),
  sort: chosen(influencerSorts),
})

type Fields = z.output<typeof fields>

// Each may be right by itself. The later one is blamed, and left out.
const searchSchema = fields.transform((typed, context): InfluencerSearch => {
  const { category, niche, followersFrom = 0, followersTo = MAX_FOLLOWERS } = typed
  const blame = (field: keyof Fields, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })

  const otherTopic = contradiction(category, niche)
  if (otherTopic) blame('niche', otherTopic)
  if (followersFrom > followersTo) {
    const from = followersFrom.toLocaleString('en')
    blame('followersTo', `Enter at least ${from}, since the followers begin there`)
  }
  return context.issues.length > 0 ? z.NEVER : toSearch(typed)
})

// A niche by itself says which category it is in. No from is as good as from 0.
function toSearch(typed: Fields): InfluencerSearch {
  const { words, platform, country, language, ratingFrom, sort } = typed
  const ofNiche = categoryOf(typed.niche)
  return {
    words,
    category: typed.category ?? ofNiche,
    niche: ofNiche && typed.niche,
    platform,
    country,
    language,
    followersFrom: typed.followersFrom || null,
    followersTo: typed.followersTo ?? null,
    reachFrom: typed.reachFrom || null,
    engagementFrom: typed.engagementFrom || null,
    priceTo: typed.priceTo ?? null,
    ratingFrom: ratingFrom && Number(ratingFrom),
    sort: sort === null || (sort === 'relevance' && words === '') ? usualSort({ words }) : sort,
  }
}
