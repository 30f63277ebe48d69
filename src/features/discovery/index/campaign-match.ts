import { MAX_CENTS } from '../../../shared/money.ts'
import type { CampaignFilters } from '../campaigns/filters.ts'
import { type Match, toMatch, wordsOf } from './match.ts'
import { amountTokens, dayTokens } from './spans.ts'
import { token } from './tokens.ts'

/** The match of a search; null when its words hold nothing that could be found, as of signs only. */
export function campaignMatch(filters: CampaignFilters): Match | null {
  const words = wordsOf(filters.words)
  if (words.length === 0 && filters.words.trim() !== '') return null
  return toMatch(words, facetsOf(filters))
}

function facetsOf(filters: CampaignFilters): (readonly string[])[] {
  const { category, niche, platform, budgetFrom, budgetTo, from, until } = filters
  return [
    category && [token('category', category)],
    niche && [token('niche', niche)],
    platform && [token('platform', platform)],
    (budgetFrom || budgetTo !== null) && amountTokens('budget', budgetFrom ?? 0, budgetTo ?? MAX_CENTS),
    from && dayTokens('endsIn', from, null),
    until && dayTokens('beginsIn', null, until),
  ].flatMap((tokens) => (tokens ? [tokens] : []))
}
