import type { Page } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'
import { State } from '../../../ui/data/badge.tsx'
import { MorePager } from '../../../ui/data/pager.tsx'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { lookedAt } from '../bulk-action.ts'
import { kindOf } from '../kinds.ts'
import type { ListedAction } from '../queries.ts'
import { countsText, titleOf } from '../wording.ts'

type Props = { page: Page<ListedAction>; isFirst: boolean }

export const ActionsPage = (props: Props) => (
  <>
    <PageHeader title="Bulk actions" subtitle="What admins did to many rows of a list at once." />
    <ActionList {...props} />
  </>
)

const REGION = 'bulk-actions'

export const ActionList = ({ page, isFirst }: Props) => (
  <Region id={REGION} label="Bulk actions">
    {page.rows.length > 0 ? (
      <Card>
        <Table caption="Bulk actions, newest first" columns={columns} rows={page.rows} />
      </Card>
    ) : (
      <EmptyState title="No bulk actions yet">
        Select rows of a list, or all that match, to change them together.
      </EmptyState>
    )}
    <MorePager
      region={REGION}
      nextHref={page.next && routes.admin.bulkActions.index.href({ after: page.next })}
      firstHref={isFirst ? null : routes.admin.bulkActions.index.href()}
    />
  </Region>
)

const columns: readonly Column<ListedAction>[] = [
  {
    header: 'Action',
    small: 'title',
    cell: (action) => (
      <a href={routes.admin.bulkActions.show.href({ bulkActionId: action.id })}>
        {titleOf(kindOf(action), action)}
      </a>
    ),
  },
  { header: 'Started', cell: ({ startedAt }) => <Time at={startedAt} as="relative" /> },
  { header: 'By', cell: ({ starterName }) => starterName },
  { header: 'State', small: 'value', cell: (action) => <ActionState action={action} /> },
  { header: 'Result', align: 'end', cell: (action) => countsText(kindOf(action), action) },
]

const ActionState = ({ action }: { action: ListedAction }) => {
  switch (action.state) {
    case 'running':
      return (
        <State tone="wait">
          {Math.floor((lookedAt(action) / Math.max(action.total, lookedAt(action), 1)) * 100)}%
        </State>
      )
    case 'stopped':
      return <State tone="off">Stopped</State>
    case 'done':
      return <State tone="done">Done</State>
  }
}
