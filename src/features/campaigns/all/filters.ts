import { choiceFilter, dayFilter, idFilter, rare } from '../../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'
import type { UserId } from '../../../shared/ids.ts'
import { type Category, categories, categoryKeys, platforms } from '../../../shared/taxonomy.ts'
import { phaseLabels } from '../campaign.ts'
import type { RecordedPhase } from '../recorded-phase.ts'

export const recordedPhaseNames: Readonly<Record<RecordedPhase, string>> = {
  ...phaseLabels,
  active: 'Active or upcoming',
}

export const visibilityNames = { public: 'Public', private: 'Private' } as const

export const categoryNames = Object.fromEntries(
  categoryKeys.map((key) => [key, categories[key].label]),
) as Readonly<Record<Category, string>>

/** What the admins' list of campaigns can be searched by. `campaign-index.ts` makes it fast. */
export const adminCampaignSearch = defineSearch({
  filters: {
    state: choiceFilter('State', recordedPhaseNames),
    visibility: rare(choiceFilter('Visibility', visibilityNames)),
    flagged: choiceFilter('Flag', { yes: 'Flagged', no: 'Not flagged' }),
    category: choiceFilter('Category', categoryNames),
    platform: rare(choiceFilter('Platform', platforms)),
    publishedFrom: rare(dayFilter('Published from (UTC)')),
    publishedUntil: rare(dayFilter('Published until (UTC)')),
    sponsor: idFilter<UserId>('Sponsor'),
  },
  sorts: {
    newest: 'newest first',
    oldest: 'oldest first',
    ending: 'ending soon first',
    budget: 'largest budget first',
    committed: 'most committed first',
  },
})

export type AdminCampaignSearch = SearchOf<typeof adminCampaignSearch>
