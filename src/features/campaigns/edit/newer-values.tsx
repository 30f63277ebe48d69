import { type Column, Table } from '../../../ui/data/table.tsx'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { Card } from '../../../ui/page/card.tsx'
import type { CampaignField } from '../forms.ts'
import type { Difference } from './differences.ts'
import { fieldLabels } from './field-labels.ts'

/** After a conflict: the saved values next to those in the form. Shows nothing if they are equal. */
export const NewerValues = ({ differences }: { differences: readonly Difference[] }) =>
  differences.length > 0 ? (
    <div role="alert" class="mb-3">
      <StatusBar
        tone="move"
        sentence="Someone changed this campaign after you opened this page. Your changes are still below, but they aren't saved yet. Compare, then save again."
      />
      <Card title="What differs">
        <Table caption="Saved now, and in your form" columns={columns} rows={differences} />
      </Card>
    </div>
  ) : null

const columns: readonly Column<Difference>[] = [
  { header: 'Field', small: 'title', cell: ({ field }) => fieldLabels[field] },
  { header: 'Saved now', cell: ({ field, saved }) => <Value field={field} text={saved} /> },
  { header: 'In your form', cell: ({ field, typed }) => <Value field={field} text={typed} /> },
]

const Value = ({ field, text }: { field: CampaignField; text: string }) =>
  text ? (
    <span dir="auto">{hasKeys.has(field) ? text.replaceAll('_', ' ') : text}</span>
  ) : (
    <span class="secondary">empty</span>
  )

// These fields hold keys from a list, like "trail_running" or "America/New_York".
const hasKeys: ReadonlySet<CampaignField> = new Set([
  'category',
  'niche',
  'platforms',
  'deliverableKind',
  'usageChannels',
  'timeZone',
])
