import type { ListSearch } from '../../platform/list/search.ts'
import { EmptyState } from '../feedback/empty-state.tsx'
import { isFiltered, isFilteredByWordsOnly, unfilteredHref } from './controls/list-filters.tsx'
import { hrefOf, type ShownList, searchHref } from './shown-list.ts'

/** Why there are no rows, and what to do. */
export const NoRows = <Row, Search extends ListSearch>({ shown }: { shown: ShownList<Row, Search> }) => {
  const { list, state } = shown
  const [, many] = list.noun
  if (state.after !== null) {
    return (
      <EmptyState
        title={`No more ${many}`}
        action={{ label: 'Back to the first page', href: hrefOf(shown, { after: null }) }}
      />
    )
  }
  const {
    title,
    what = many,
    text,
    action,
    hint,
    elsewhere,
  } = typeof list.empty === 'function' ? list.empty(state.search) : list.empty
  if (!isFiltered(shown)) {
    return (
      <EmptyState title={title} action={action}>
        {text}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={
        isFilteredByWordsOnly(shown)
          ? `No ${what} match “${state.search.query}”`
          : `No ${what} match all filters`
      }
      action={
        elsewhere
          ? { label: elsewhere.label, href: searchHref(shown, elsewhere.changes) }
          : { label: `Show all ${many}`, href: unfilteredHref(shown) }
      }
    >
      {state.search.query ? hint : null}
    </EmptyState>
  )
}
