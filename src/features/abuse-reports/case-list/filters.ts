import { choiceFilter, idFilter, tabFilter } from '../../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'
import type { UserId } from '../../../shared/ids.ts'
import { subjectLabels } from '../../flags/subject.ts'
import { type ReportReason, reasonKeys, reasons } from '../reasons.ts'

/** The tabs of the list. */
export const caseTabs = {
  open: 'Open',
  mine: 'Assigned to me',
  unassigned: 'Unassigned',
  closed: 'Closed',
} as const

export type CaseTab = keyof typeof caseTabs

const reasonLabels = Object.fromEntries(reasonKeys.map((key) => [key, reasons[key].label])) as Record<
  ReportReason,
  string
>

/** What the list of cases can be searched by. */
export const caseSearch = defineSearch({
  filters: {
    tab: tabFilter('State', caseTabs, 'open'),
    kind: choiceFilter('Kind', subjectLabels),
    /** Cases with at least one report for this reason. */
    reason: choiceFilter('Reason', reasonLabels),
    reporters: choiceFilter('Reporters', {
      doubtful: 'Has reported in bad faith',
      reliable: 'No report in bad faith',
    }),
    owner: idFilter<UserId>('About person'),
    reporter: idFilter<UserId>('Reported by person'),
  },
  sorts: { weight: 'most urgent first', newest: 'newest first', oldest: 'oldest first' },
})

export type CaseSearch = SearchOf<typeof caseSearch>
