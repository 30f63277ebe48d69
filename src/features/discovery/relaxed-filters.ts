import type { Database } from '../../platform/db/database.ts'
import type { Select } from '../../platform/db/select.ts'
import type { ActiveFilter } from '../../ui/data/active-filters.tsx'

/** An active filter, and the search without it. */
export interface RemovableFilter<Search> extends ActiveFilter {
  readonly without: Search
}

/** A filter whose removal would find something. `count` stops at one more than a page. */
export interface RelaxedFilter {
  readonly filter: ActiveFilter
  readonly count: number
}

/**
 * Suggests filters to remove from a search that finds nothing. `selectOf` returns the first page of a search.
 * Returns an empty list if removing a single filter would not help. One round trip.
 */
export async function findRelaxedFilters<Search>(
  db: Database,
  filters: readonly RemovableFilter<Search>[],
  selectOf: (search: Search) => Select<readonly unknown[]> | null,
): Promise<RelaxedFilter[]> {
  const selects = filters.flatMap((filter) => {
    const select = selectOf(filter.without)
    return select ? [{ filter, select }] : []
  })
  if (selects.length === 0) return []

  const found = await db.read(selects.map(({ select }) => select))
  return selects
    .map(({ filter }, index) => ({ filter, count: found[index]?.length ?? 0 }))
    .filter(({ count }) => count > 0)
}
