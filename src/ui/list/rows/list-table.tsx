import type { ListSearch } from '../../../platform/list/search.ts'
import { KeptTable, type KeyIn, Table } from '../../data/table.tsx'
import { linksInto } from '../../page/region.tsx'
import { type ShownList, shownColumns } from '../shown-list.ts'
import { rowAttributes, tableColumns } from './table-columns.tsx'

type Props<Row, Search extends ListSearch> = { shown: ShownList<Row, Search>; rows: readonly Row[] }

export const ListTable = <Row, Search extends ListSearch>({ shown, rows }: Props<Row, Search>) => {
  const { list } = shown
  const table = {
    caption: list.title,
    columns: tableColumns(shown),
    rows,
    headings: linksInto(list.name),
    attributesOf: (row: Row) => rowAttributes(shown, row),
  }
  const keyIn = keyInOf(shown)
  return keyIn ? <KeptTable {...table} of={list} keyIn={keyIn} /> : <Table {...table} />
}

// A selection knows what was ticked, and actions have a form with its token.
function keyInOf<Row, Search extends ListSearch>({
  list,
  view,
}: ShownList<Row, Search>): KeyIn<Row> | undefined {
  const { keyIn, bulk, rowActions } = list
  if (!keyIn || bulk || rowActions) return undefined
  const columns = shownColumns(list, view).map(({ key }) => key)
  return (locale) => {
    const keyOf = keyIn(locale)
    return (row) => `${columns} ${keyOf(row)}`
  }
}
