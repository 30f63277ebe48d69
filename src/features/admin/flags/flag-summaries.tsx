import { routes } from '../../../routes.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { EarlierFlag } from '../../flags/queries.ts'
import { flagReasons } from '../../flags/reasons.ts'
import { subjectNames } from '../../flags/subject.ts'
import { FlagStateBadge } from './flag-state.tsx'

/** A short table of flags, each with a link. */
export const FlagSummaries = ({ flags }: { flags: readonly EarlierFlag[] }) => (
  <Table caption="Flags, newest first" columns={columns} rows={flags} />
)

const columns: readonly Column<EarlierFlag>[] = [
  {
    header: 'Flagged',
    small: 'title',
    cell: ({ id, subject, title }) => (
      <a href={routes.admin.flags.show.href({ flagId: id })} dir="auto">
        {subjectNames[subject].label}: {title}
      </a>
    ),
  },
  { header: 'Reason', cell: ({ reason }) => flagReasons[reason] },
  { header: 'State', cell: ({ state }) => <FlagStateBadge state={state} /> },
  { header: 'When', align: 'end', cell: ({ flaggedAt }) => <Time at={flaggedAt} as="date" /> },
]
