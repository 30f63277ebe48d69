import { type Column, Table } from '../../../ui/data/table.tsx'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { type CampaignField, type Difference, fieldNames } from './field-names.ts'

/** What was saved meanwhile beside what is about to replace it. Nothing when nothing differs. */
export const NewerValues = ({ differences }: { differences: readonly Difference[] }) =>
  differences.length > 0 ? (
    <div role="alert" class="mb-3">
      <StatusBar
        tone="move"
        sentence="This campaign was changed after you opened this page. Nothing of yours was saved yet, and what you typed still stands below. Compare, then save again."
      />
      <Card title="What differs">
        <Table caption="Saved now, and in your form" columns={columns} rows={differences} />
      </Card>
    </div>
  ) : null

const columns: readonly Column<Difference>[] = [
  { header: 'Field', small: 'title', cell: ({ field }) => fieldNames[field] },
  { header: 'Saved now', cell: ({ field, saved }) => <Value field={field} text={saved} /> },
  { header: 'In your form', cell: ({ field, typed }) => <Value field={field} text={typed} /> },
]

const Value = ({ field, text }: { field: CampaignField; text: string }) =>
  text ? (
    <span dir="auto">{chosen.has(field) ? text.replaceAll('_', ' ') : text}</span>
  ) : (
    <span class="secondary">empty</span>
  )

// What is chosen from a list stands in the form by its key.
const chosen: ReadonlySet<CampaignField> = new Set([
  'category',
  'niche',
  'platforms',
  'deliverableKind',
  'usageChannels',
])
