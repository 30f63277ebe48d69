import type { FilterControl } from '../../../platform/list/filter.ts'
import { filterValue, type ListSearch } from '../../../platform/list/search.ts'
import { type ActiveFilter, ActiveFilters } from '../../data/active-filters.tsx'
import { Tabs } from '../../page/tabs.tsx'
import { type ShownList, searchHref } from '../shown-list.ts'

type Props<Row, Search extends ListSearch> = { shown: ShownList<Row, Search> }

/** The filters that are set, as chips. */
export const ListChips = <Row, Search extends ListSearch>({ shown }: Props<Row, Search>) => {
  const filters = activeFilters(shown)
  const none = Object.fromEntries(filters.map(({ key, without }) => [key, without]))
  return <ActiveFilters filters={filters} clearHref={searchHref(shown, none)} />
}

/** The filter that the list always has, as tabs. */
export const ListTabs = <Row, Search extends ListSearch>({ shown }: Props<Row, Search>) => {
  const { list, state, page } = shown
  return Object.entries(list.search.filters).map(([key, { label, control }]) =>
    control.kind === 'tabs' ? (
      <Tabs
        label={label}
        region={list.name}
        tabs={tabKeys(control)
          .map((tab) => ({
            label: control.options[tab] ?? tab,
            href: searchHref(shown, { [key]: tab }),
            current: filterValue(state.search, key) === tab,
            count: page.tabs[tab],
            countId: tabCountId(list, tab),
          }))
          .filter(({ current, count }) => current || count !== 0 || !control.hidesEmpty)}
      />
    ) : null,
  )
}

function tabKeys({ options }: Extract<FilterControl, { options: unknown }>): string[] {
  return Object.keys(options)
}

/** The id of the count of a tab, which a row action replaces. */
export function tabCountId({ name }: { readonly name: string }, tab: string): string {
  return `${name}-count-${tab}`
}

interface SetFilter extends ActiveFilter {
  readonly key: string
  readonly without: string | null
}

/** Without tabs: a list always has one of them. */
function activeFilters<Row, Search extends ListSearch>(shown: ShownList<Row, Search>): SetFilter[] {
  const { list, page } = shown
  const { search } = shown.state
  const words = search.query && {
    key: 'query',
    label: `“${search.query}”`,
    without: '',
    withoutHref: searchHref(shown, { query: '' }),
  }
  const others = Object.entries(list.search.filters).map(([key, { control, say }]): SetFilter | null => {
    const value = filterValue(search, key)
    if (control.kind === 'tabs' || value === null) return null
    const label = list.chipText?.(key, page.rows) ?? say(value)
    return { key, label, without: null, withoutHref: searchHref(shown, { [key]: null }) }
  })
  return [words || null, ...others].filter((filter) => filter !== null)
}

/** Whether any filter is set. */
export function isFiltered<Row, Search extends ListSearch>(shown: ShownList<Row, Search>): boolean {
  return activeFilters(shown).length > 0
}

/** Whether the list has no rows at all, so there is nothing to search, sort or export. */
export function isBlank<Row, Search extends ListSearch>(shown: ShownList<Row, Search>): boolean {
  const { page, state } = shown
  const counts = [page.count, ...Object.values(page.tabs)]
  return state.after === null && counts.every((count) => count === 0) && !isFiltered(shown)
}

/** Whether only words are searched for. */
export function isFilteredByWordsOnly<Row, Search extends ListSearch>(
  shown: ShownList<Row, Search>,
): boolean {
  return activeFilters(shown).every(({ key }) => key === 'query')
}

/** The URL without any filter. The tab stays. */
export function unfilteredHref<Row, Search extends ListSearch>(shown: ShownList<Row, Search>): string {
  return searchHref(shown, Object.fromEntries(activeFilters(shown).map(({ key, without }) => [key, without])))
}
