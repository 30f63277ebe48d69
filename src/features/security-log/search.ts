import { choiceFilter, dayFilter, textFilter } from '../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../platform/list/search.ts'
import { securityEventLabels } from './kinds.ts'

/** What the admins' security log can be searched by. Days are in UTC. */
export const securityEventSearch = defineSearch({
  filters: {
    username: textFilter('Username', 30),
    kind: choiceFilter('What', securityEventLabels),
    /** An address stands for its network. */
    network: textFilter('Address or network', 45),
    from: dayFilter('From'),
    until: dayFilter('Until'),
  },
  sorts: { newest: 'newest first', oldest: 'oldest first' },
})

export type SecurityEventSearch = SearchOf<typeof securityEventSearch>
