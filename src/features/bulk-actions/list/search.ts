import { choiceFilter, tabFilter } from '../../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'
import { bulkKindLabel, bulkKindNames } from '../kinds.ts'

const kindLabels = Object.fromEntries(bulkKindNames.map((name) => [name, bulkKindLabel(name)]))

export const bulkStateLabels = { running: 'Running', stopped: 'Stopped', done: 'Done' } as const

/** What the list of bulk actions can be searched by. */
export const bulkActionSearch = defineSearch({
  filters: {
    state: tabFilter('State', { all: 'All', ...bulkStateLabels }, 'all'),
    kind: choiceFilter('Action', kindLabels),
  },
  sorts: { newest: 'newest first', oldest: 'oldest first' },
})

export type BulkActionSearch = SearchOf<typeof bulkActionSearch>
