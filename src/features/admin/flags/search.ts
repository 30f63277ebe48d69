import { choiceFilter, idFilter, tabFilter } from '../../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'
import type { UserId } from '../../../shared/ids.ts'
import { flagReasons } from '../../flags/reasons.ts'
import { subjectLabels } from '../../flags/subject.ts'

/** `over`: the request has closed, or the thing has been deleted, so the flag stands for nothing any more. */
export const flagTabs = {
  standing: 'Standing',
  appealed: 'Appeals',
  open: 'No appeal',
  kept: 'Kept',
  over: 'Closed or deleted',
  lifted: 'Lifted',
  all: 'All',
} as const

/** What the list of flags can be searched by. */
export const flagSearch = defineSearch({
  filters: {
    state: tabFilter('State', flagTabs, 'standing'),
    subject: choiceFilter('What', subjectLabels),
    reason: choiceFilter('Reason', flagReasons),
    owner: idFilter<UserId>('Account'),
  },
  sorts: { urgent: 'appeals first, newest first', newest: 'newest first', oldest: 'oldest first' },
})

export type FlagSearch = SearchOf<typeof flagSearch>
