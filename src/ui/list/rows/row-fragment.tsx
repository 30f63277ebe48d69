import type { ListSearch } from '../../../platform/list/search.ts'
import { tableRow } from '../../data/table.tsx'
import { TabCount } from '../../page/tabs.tsx'
import { BulkCount, bulkCountId } from '../bulk/bulk-bar.tsx'
import { tabCountId } from '../controls/list-filters.tsx'
import { ListCount } from '../controls/list-toolbar.tsx'
import { rowElementId, type ShownList } from '../shown-list.ts'
import { rowAttributes, tableColumns } from './table-columns.tsx'

type Props<Row, Search extends ListSearch> = { shown: ShownList<Row, Search>; id: number }

/** A row as it is now, and the counts of its list. If it is gone, it goes from the page too. */
export const RowFragment = <Row, Search extends ListSearch>({ shown, id }: Props<Row, Search>) => {
  const { list, page } = shown
  const row = page.found.find((found) => list.rowId(found) === id)
  return (
    <>
      <hx-partial
        hx-target={`#${rowElementId(list, id)}`}
        hx-swap={row === undefined ? 'delete' : 'outerHTML'}
      >
        {row === undefined ? '' : tableRow(tableColumns(shown), row, rowAttributes(shown, row, true))}
      </hx-partial>
      <hx-partial hx-target={`#${list.name}-count`} hx-swap="outerHTML">
        <ListCount list={list} count={page.count} />
      </hx-partial>
      {list.bulk ? (
        <hx-partial hx-target={`#${bulkCountId(list)}`} hx-swap="outerHTML">
          <BulkCount list={list} count={page.count} />
        </hx-partial>
      ) : null}
      {Object.entries(page.tabs).map(([tab, count]) => (
        <hx-partial hx-target={`#${tabCountId(list, tab)}`} hx-swap="outerHTML">
          <TabCount id={tabCountId(list, tab)} count={count} />
        </hx-partial>
      ))}
    </>
  )
}
