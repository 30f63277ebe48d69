import { categoryLabel } from '../../../shared/taxonomy.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Month } from '../../../ui/values/time.tsx'
import { MAX_PAST_WORK, type PastWork } from '../queries.ts'

/** An influencer's completed work for public campaigns. */
export const PastWorkTable = ({ work }: { work: readonly PastWork[] }) =>
  work.length > 0 ? (
    <Card>
      <Table caption={captionOf(work)} showCaption columns={columns} rows={work} />
    </Card>
  ) : (
    <EmptyState title="No past work yet">Completed work for public campaigns appears here.</EmptyState>
  )

const columns: readonly Column<PastWork>[] = [
  { header: 'Campaign', small: 'title', cell: ({ campaignName }) => <span dir="auto">{campaignName}</span> },
  { header: 'Sponsor', cell: ({ sponsorName }) => <span dir="auto">{sponsorName}</span> },
  { header: 'Category', cell: ({ category }) => (category ? categoryLabel(category) : null) },
  { header: 'Agreed', align: 'end', small: 'value', cell: ({ agreedAt }) => <Month at={agreedAt} /> },
]

function captionOf(work: readonly PastWork[]): string {
  const caption = 'Completed work for public campaigns, newest first'
  return work.length < MAX_PAST_WORK ? caption : `${caption} (the last ${MAX_PAST_WORK})`
}
