import { isoMoment } from '../../../platform/csv/column.ts'
import { routes } from '../../../routes.ts'
import { State } from '../../../ui/data/badge.tsx'
import { defineList } from '../../../ui/list/list.ts'
import { Time } from '../../../ui/values/time.tsx'
import { lookedAt } from '../bulk-action.ts'
import { kindOf } from '../kinds.ts'
import type { ListedAction } from '../queries.ts'
import { countsText, titleOf } from '../wording.ts'
import { bulkActionSearch, bulkStateLabels } from './search.ts'
import { bulkActionSource } from './source.ts'

export const bulkActionList = defineList({
  name: 'bulk-actions',
  title: 'Bulk actions',
  noun: ['bulk action', 'bulk actions'],
  route: routes.admin.bulkActions.index,
  search: bulkActionSearch,
  source: bulkActionSource,
  rowId: ({ id }) => id,
  rowLabel: (action) => titleOf(kindOf(action), action),
  frame: () => ({ subtitle: 'What admins did to many rows of a list at once.' }),
  empty: {
    title: 'No bulk actions here',
    text: 'Select rows of a list, or all that match, to change them together.',
  },
  columns: [
    {
      key: 'action',
      header: 'Action',
      small: 'title',
      cell: (action) => (
        <a href={routes.admin.bulkActions.show.href({ bulkActionId: action.id })}>
          {titleOf(kindOf(action), action)}
        </a>
      ),
      csv: (action) => titleOf(kindOf(action), action),
    },
    {
      key: 'started',
      header: 'Started',
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ({ startedAt }) => <Time at={startedAt} as="relative" />,
      csv: ({ startedAt }) => isoMoment(startedAt),
    },
    {
      key: 'by',
      header: 'By',
      cell: ({ startedBy, starterName }) => (
        <a href={routes.admin.user.href({ userId: startedBy })}>{starterName}</a>
      ),
      csv: ({ starterName }) => starterName,
    },
    {
      key: 'state',
      header: 'State',
      small: 'value',
      cell: (action) => <ActionState action={action} />,
      csv: ({ state }) => bulkStateLabels[state],
    },
    {
      key: 'result',
      header: 'Result',
      align: 'end',
      cell: (action) => countsText(kindOf(action), action),
      csv: [
        { header: 'Rows', value: ({ total }) => total },
        { header: 'Changed', value: ({ changed }) => changed },
        { header: 'Skipped', value: ({ skipped }) => skipped },
        { header: 'Failed', value: ({ failed }) => failed },
      ],
    },
    {
      key: 'ended',
      header: 'Ended',
      isHiddenByDefault: true,
      cell: ({ endedAt }) => (endedAt === null ? '–' : <Time at={endedAt} as="relative" />),
      csv: ({ endedAt }) => isoMoment(endedAt),
    },
  ],
})

const ActionState = ({ action }: { action: ListedAction }) => {
  switch (action.state) {
    case 'running':
      return (
        <State tone="wait">
          {Math.floor((lookedAt(action) / Math.max(action.total, lookedAt(action), 1)) * 100)}%
        </State>
      )
    case 'stopped':
      return <State tone="off">{bulkStateLabels.stopped}</State>
    case 'done':
      return <State tone="done">{bulkStateLabels.done}</State>
  }
}
