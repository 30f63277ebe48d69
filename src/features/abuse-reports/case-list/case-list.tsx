import { isoMoment } from '../../../platform/csv/column.ts'
import { routes } from '../../../routes.ts'
import { joinFacts } from '../../../shared/text/facts.ts'
import { defineList } from '../../../ui/list/list.ts'
import { Time } from '../../../ui/values/time.tsx'
import { subjectLabels } from '../../flags/subject.ts'
import { caseStateLabels } from '../case.ts'
import { CaseStateBadge } from '../cases/case-state.tsx'
import { reasons } from '../reasons.ts'
import { caseSearch } from './filters.ts'
import { type CaseListRow, cases } from './source.ts'

/** The row action that takes a case which nobody has. */
export const TAKE = 'take'

export const caseList = defineList({
  name: 'abuse-cases',
  title: 'User reports',
  noun: ['case', 'cases'],
  route: routes.admin.abuseReports.index,
  search: caseSearch,
  searchLabel: 'What was reported, or whose it is',
  source: cases,
  rowId: ({ id }) => id,
  rowLabel: ({ title }) => title,
  empty: {
    title: 'No reports are waiting',
    text: 'What people report appears here, with the most urgent first.',
    hint: 'The name of what was reported and its owner’s must contain every word. Try fewer.',
  },
  columns: [
    {
      key: 'what',
      header: 'What',
      small: 'title',
      cell: ({ id, title, subject, ownerName }) => (
        <div>
          <a href={routes.admin.abuseReports.show.href({ caseId: id })} dir="auto">
            {title}
          </a>
          <div class="person-note">{joinFacts(subjectLabels[subject], ownerName)}</div>
        </div>
      ),
      csv: [
        { header: 'What', value: ({ title }) => title },
        { header: 'Kind', value: ({ subject }) => subjectLabels[subject] },
        { header: 'Owner', value: ({ ownerName }) => ownerName },
      ],
    },
    {
      key: 'kind',
      header: 'Kind',
      isHiddenByDefault: true,
      cell: ({ subject }) => subjectLabels[subject],
    },
    { key: 'reasons', header: 'Reasons', cell: reasonsText, csv: reasonsText },
    {
      key: 'reports',
      header: 'Reports',
      align: 'end',
      cell: ({ reportCount, hasDoubtful }) => (
        <>
          {reportCount}
          {hasDoubtful ? <div class="person-note">some doubtful</div> : null}
        </>
      ),
      csv: ({ reportCount }) => reportCount,
    },
    {
      key: 'weight',
      header: 'Weight',
      align: 'end',
      small: 'value',
      sort: { descending: 'weight' },
      cell: ({ weight }) => weight,
      csv: ({ weight }) => weight,
    },
    {
      key: 'state',
      header: 'State',
      cell: (row) => <CaseStateBadge {...row} />,
      csv: ({ state }) => caseStateLabels[state],
    },
    {
      key: 'assignee',
      header: 'Assigned to',
      cell: ({ assigneeName }) => assigneeName ?? <span class="secondary">Nobody</span>,
      csv: ({ assigneeName }) => assigneeName,
    },
    {
      key: 'opened',
      header: 'First report',
      align: 'end',
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ({ openedAt }) => <Time at={openedAt} as="relative" />,
      csv: ({ openedAt }) => isoMoment(openedAt),
    },
    {
      key: 'latest',
      header: 'Latest report',
      align: 'end',
      isHiddenByDefault: true,
      cell: ({ reportedAt }) => <Time at={reportedAt} as="relative" />,
      csv: ({ reportedAt }) => isoMoment(reportedAt),
    },
    {
      key: 'closed',
      header: 'Closed',
      align: 'end',
      isHiddenByDefault: true,
      cell: ({ closedAt }) => (closedAt === null ? '' : <Time at={closedAt} as="date" />),
      csv: ({ closedAt }) => isoMoment(closedAt),
    },
  ],
  rowActions: [
    {
      key: TAKE,
      label: 'Take',
      href: ({ id }) => routes.admin.abuseReports.ownAssignment.href({ caseId: id }),
      isPossible: ({ state, assigneeId }) => state === 'open' && assigneeId === null,
      done: 'The case is yours.',
    },
  ],
})

function reasonsText({ reasons: keys }: CaseListRow): string {
  return keys.map((key) => reasons[key].label).join(', ')
}
