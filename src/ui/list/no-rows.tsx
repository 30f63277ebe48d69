import type { ListSearch } from '../../platform/list/search.ts'
import { EmptyState } from '../feedback/empty-state.tsx'
import { isFiltered, unfilteredHref } from './controls/list-filters.tsx'
import { hrefOf, type ShownList } from './shown-list.ts'

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
  if (!isFiltered(shown)) return <EmptyState title={list.empty.title}>{list.empty.text}</EmptyState>
  return (
    <EmptyState
      title={`No ${many} match all filters`}
      action={{ label: `Show all ${many}`, href: unfilteredHref(shown) }}
    >
      {state.search.query ? list.empty.hint : null}
    </EmptyState>
  )
}
