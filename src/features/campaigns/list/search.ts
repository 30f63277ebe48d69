import { choiceFilter, rare, tabFilter } from '../../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'
import { categoryNames, visibilityNames } from '../all/filters.ts'
import { phaseLabels } from '../campaign.ts'

/** What a sponsor's own list of campaigns can be searched by. */
export const ownCampaignSearch = defineSearch({
  filters: {
    state: tabFilter('Campaigns by state', { all: 'All', ...phaseLabels }, 'all', { hidesEmpty: true }),
    category: rare(choiceFilter('Category', categoryNames)),
    visibility: rare(choiceFilter('Visibility', visibilityNames)),
  },
  sorts: {
    newest: 'newest first',
    oldest: 'oldest first',
    name: 'by name',
    ending: 'ending soon first',
    budget: 'largest budget first',
    committed: 'most committed first',
  },
})

export type OwnCampaignSearch = SearchOf<typeof ownCampaignSearch>

/** All campaigns, without any filter. */
export const allOwnCampaigns: OwnCampaignSearch = ownCampaignSearch.schema.parse({})
