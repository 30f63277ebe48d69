import { counted } from '../../../shared/format.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Money } from '../../../ui/values/money.tsx'
import type { Rate } from '../queries.ts'
import { rateName } from '../rate-name.ts'

export const RateCard = ({ rates }: { rates: readonly Rate[] }) =>
  rates.length > 0 ? (
    <Card>
      <Table caption="Rate card" columns={columns} rows={rates} />
    </Card>
  ) : (
    <EmptyState title="No rates yet">The price is part of the negotiation.</EmptyState>
  )

const columns: readonly Column<Rate>[] = [
  { header: 'Deliverable', small: 'title', cell: rateName },
  { header: 'Price', align: 'end', small: 'value', cell: ({ price }) => <Money cents={price} /> },
  { header: 'Delivery time', align: 'end', cell: ({ days }) => counted(days, 'day') },
]
