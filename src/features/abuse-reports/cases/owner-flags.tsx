import { routes } from '../../../routes.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { flagReasons } from '../../flags/reasons.ts'
import { ThingLink } from '../../flags/thing-link.tsx'
import type { OwnerFlag } from './queries.ts'

type Props = { flags: readonly OwnerFlag[]; name: string }

/** Every flag that the owner has had. */
export const OwnerFlags = ({ flags, name }: Props) => (
  <Section title={`Flags of ${name}`}>
    <Card>
      <Table caption={`Flags of ${name}, newest first`} columns={columns} rows={flags} />
    </Card>
  </Section>
)

const columns: readonly Column<OwnerFlag>[] = [
  {
    header: 'Flag',
    small: 'title',
    cell: ({ id, title, subject }) => (
      <ThingLink href={routes.admin.flags.show.href({ flagId: id })} title={title} subject={subject} />
    ),
  },
  { header: 'Reason', cell: ({ reason }) => flagReasons[reason] },
  { header: 'State', small: 'value', cell: ({ state }) => (state === 'lifted' ? 'Removed' : 'Flagged') },
  { header: 'Flagged', align: 'end', cell: ({ flaggedAt }) => <Time at={flaggedAt} as="date" /> },
]
