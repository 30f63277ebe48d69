import { choiceFilter, idFilter } from '../../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'
import type { UserId } from '../../../shared/ids.ts'
import { flagReasons } from '../../flags/reasons.ts'
import { subjectLabels } from '../../flags/subject.ts'
import { flagStateLabels } from './state-labels.ts'

/** What the list of flags can be searched by. */
export const flagSearch = defineSearch({
  filters: {
    state: choiceFilter('State', { standing: 'All that stand', ...flagStateLabels }),
    subject: choiceFilter('What', subjectLabels),
    reason: choiceFilter('Reason', flagReasons),
    owner: idFilter<UserId>('Account'),
  },
  sorts: { urgent: 'appeals first, newest first', newest: 'newest first', oldest: 'oldest first' },
})

export type FlagSearch = SearchOf<typeof flagSearch>
