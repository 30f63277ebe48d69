import { MAX_COUNTED } from '../../../platform/list/bulk-request.ts'
import type { ListSearch } from '../../../platform/list/search.ts'
import { counted, formatCount } from '../../../shared/format.ts'
import { ExportLinks } from '../../data/export-links.tsx'
import { linksInto } from '../../page/region.tsx'
import type { ListColumn } from '../list.ts'
import { hrefOf, type ShownList, searchHref, shownColumns } from '../shown-list.ts'
import { ViewMenu } from './view-menu.tsx'

type Props<Row, Search extends ListSearch> = { shown: ShownList<Row, Search> }

/** How many rows match and in which order, and the menus of the list. */
export const ListToolbar = <Row, Search extends ListSearch>({ shown }: Props<Row, Search>) => {
  const { list, state, page } = shown
  return (
    <div class="list-toolbar">
      <p class="list-count">
        <ListCount list={list} count={page.count} />, {list.search.sorts[state.search.sort]}
      </p>
      <div class="list-menus">
        <SortMenu shown={shown} />
        <ViewMenu shown={shown} />
        <ExportMenu shown={shown} />
      </div>
    </div>
  )
}

/** "1,204 people". A row action replaces it. */
export const ListCount = <Row, Search extends ListSearch>({
  list,
  count,
}: {
  list: ShownList<Row, Search>['list']
  count: number
}) => <span id={`${list.name}-count`}>{countedRows(list, count)}</span>

/** "1 person", "1,204 people", "more than 10,000 people". */
export function countedRows(
  { noun: [one, many] }: { noun: readonly [string, string] },
  count: number,
): string {
  return count > MAX_COUNTED ? `more than ${formatCount(MAX_COUNTED)} ${many}` : counted(count, one, many)
}

// On phones there are no headings to sort by. Elsewhere it is hidden if the shown headings have all sort orders.
const SortMenu = <Row, Search extends ListSearch>({ shown }: Props<Row, Search>) => {
  const { list, state, view } = shown
  const sorts = Object.entries(list.search.sorts)
  return sorts.length < 2 ? null : (
    <details
      class={
        headingsSortBy(shownColumns(list, view), sorts.length)
          ? 'menu list-menu list-menu-sort'
          : 'menu list-menu'
      }
    >
      <summary class="btn btn-quiet btn-sm">Sort</summary>
      <div class="menu-panel" {...linksInto(list.name)}>
        {sorts.map(([sort, label]) => (
          <a
            href={searchHref(shown, { sort })}
            aria-current={sort === state.search.sort ? 'true' : undefined}
          >
            {label.charAt(0).toUpperCase() + label.slice(1)}
          </a>
        ))}
      </div>
    </details>
  )
}

// All rows that match, with the columns that are shown.
const ExportMenu = <Row, Search extends ListSearch>({ shown }: Props<Row, Search>) => {
  const { list, state } = shown
  const { columns } = shown.view
  const href = (format: 'csv' | 'excel') =>
    hrefOf(shown, { after: null, format, view: { columns, density: null } })
  return (
    <details class="menu list-menu">
      <summary class="btn btn-quiet btn-sm">Export</summary>
      <div class="menu-panel">
        {list.file ? (
          <ExportLinks kind={list.file.kind} href={list.file.href(state.search)} />
        ) : (
          <>
            <a href={href('csv')} download="">
              Download CSV
            </a>
            <a href={href('excel')} download="">
              CSV for Excel
            </a>
          </>
        )}
      </div>
    </details>
  )
}

function headingsSortBy<Row, Search extends ListSearch>(
  columns: readonly ListColumn<Row, Search>[],
  sorts: number,
): boolean {
  return columns.flatMap(({ sort = {} }) => Object.values(sort)).length >= sorts
}
