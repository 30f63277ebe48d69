import { choiceFilter } from '../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../platform/list/search.ts'
import { type JobName, jobNames } from './schedule.ts'

const names = Object.fromEntries(jobNames.map((name) => [name, name])) as Record<JobName, string>

/** What the list of job runs can be searched by. */
export const runSearch = defineSearch({
  filters: { job: choiceFilter('Job', names) },
  sorts: { newest: 'newest first', oldest: 'oldest first' },
})

export type RunSearch = SearchOf<typeof runSearch>
