import type { ListSearch } from '../../../platform/list/search.ts'
import { KeptTable, Table } from '../../data/table.tsx'
import { linksInto } from '../../page/region.tsx'
import type { ShownList } from '../shown-list.ts'
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
  const { keyIn, bulk, rowActions } = list
  // A selection knows what was ticked, and actions have a form with its token.
  return keyIn && !bulk && !rowActions ? (
    <KeptTable {...table} of={list} keyIn={keyIn} />
  ) : (
    <Table {...table} />
  )
}
