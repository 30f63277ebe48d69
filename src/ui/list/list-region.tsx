import type { ListSearch } from '../../platform/list/search.ts'
import { MorePager } from '../data/pager.tsx'
import { Card } from '../page/card.tsx'
import { Region } from '../page/region.tsx'
import { BulkBar } from './bulk/bulk-bar.tsx'
import { isBlank, ListChips, ListTabs } from './controls/list-filters.tsx'
import { KeptParams } from './controls/list-form.tsx'
import { ListToolbar } from './controls/list-toolbar.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { NoRows } from './no-rows.tsx'
import { ListTable } from './rows/list-table.tsx'
import { hrefOf, type ShownList } from './shown-list.ts'

type Props<Row, Search extends ListSearch> = { shown: ShownList<Row, Search> }

/** The part of a list's page that searching, sorting and paging replace. */
export const ListRegion = <Row, Search extends ListSearch>({ shown }: Props<Row, Search>) => {
  const { list, state, page, view } = shown
  const rows = rowsOf(shown)
  if (rows.length === 0 && isBlank(shown)) {
    return (
      <Region id={list.name} label={list.title}>
        <NoRows shown={shown} />
      </Region>
    )
  }
  return (
    <Region id={list.name} label={list.title}>
      <KeptParams shown={shown} />
      <ListTabs shown={shown} />
      <ListChips shown={shown} />
      <ListToolbar shown={shown} />
      {rows.length > 0 ? (
        <div class={`list list-${view.density}`} data-list={list.name}>
          <Card>
            <ListTable shown={shown} rows={rows} />
          </Card>
        </div>
      ) : (
        <NoRows shown={shown} />
      )}
      <MorePager
        region={list.name}
        appendTo="tbody"
        nextHref={page.next && hrefOf(shown, { after: page.next })}
        firstHref={state.after === null ? null : hrefOf(shown, { after: null })}
      />
      <BulkBar shown={shown} />
      {rows.length > 0 ? <KeyboardHelp list={list} /> : null}
    </Region>
  )
}

// A row whose action did not work is shown even if it is not on this page any more.
function rowsOf<Row, Search extends ListSearch>({ list, page, refused }: ShownList<Row, Search>) {
  if (!refused) return page.rows
  const isOnPage = page.rows.some((row) => list.rowId(row) === refused.id)
  return isOnPage ? page.rows : [...page.found, ...page.rows]
}
