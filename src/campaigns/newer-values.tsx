import { Card } from '../ui/card.tsx'
import { MoveBar } from '../ui/move-bar.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { type Difference, fieldNames } from './field-names.ts'

/** What was saved meanwhile beside what is about to replace it. Nothing when nothing differs. */
export const NewerValues = ({ differences }: { differences: readonly Difference[] }) =>
  differences.length > 0 ? (
    <div role="alert">
      <MoveBar
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
  { header: 'Saved now', cell: ({ saved }) => <Value text={saved} /> },
  { header: 'In your form', cell: ({ typed }) => <Value text={typed} /> },
]

const Value = ({ text }: { text: string }) =>
  text ? <span dir="auto">{text}</span> : <span class="secondary">empty</span>
