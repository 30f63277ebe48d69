import type { ListSearch } from '../../../platform/list/search.ts'
import type { List } from '../list.ts'

/** The id of the form of the bulk actions. The checkboxes are in the table, outside of it. */
export function bulkForm({ name }: { readonly name: string }): string {
  return `${name}-bulk`
}

type Props<Row, Search extends ListSearch> = { list: List<Row, Search>; row: Row }

export const RowSelection = <Row, Search extends ListSearch>({ list, row }: Props<Row, Search>) => (
  <input
    class="form-check-input"
    type="checkbox"
    name="selected"
    value={list.rowId(row)}
    form={bulkForm(list)}
    autocomplete="off"
    aria-label={`Select ${list.rowLabel(row)}`}
  />
)

/** Selects all rows of the page. It needs JavaScript, and is hidden without. */
export const SelectAll = ({ list }: { list: { readonly name: string } }) => (
  <input
    class="form-check-input needs-script"
    type="checkbox"
    data-select-all={list.name}
    autocomplete="off"
    aria-label="Select all on this page"
  />
)
