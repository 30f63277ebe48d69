import { tabFilter } from '../../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'
import { statusNames } from '../../accounts/people/filters.ts'

/** The tabs of the admins' list of sponsors. Three of them are statuses. */
export const sponsorTabs = {
  pending: statusNames.pending,
  renamed: 'Renamed',
  rejected: statusNames.rejected,
  active: statusNames.active,
  all: 'All',
} as const

export const sponsorSearch = defineSearch({
  filters: { status: tabFilter('Sponsors', sponsorTabs, 'pending') },
  sorts: { oldest: 'longest ago first', newest: 'newest first' },
})

export type SponsorSearch = SearchOf<typeof sponsorSearch>
