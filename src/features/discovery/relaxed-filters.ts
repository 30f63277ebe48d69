import type { Database, Select } from '../../platform/db/database.ts'
import type { ActiveFilter } from '../../ui/data/active-filters.tsx'

/** A filter that is set, and what is looked for once it is taken away. */
export interface Removable<Search> extends ActiveFilter {
  readonly without: Search
}

/** A filter whose absence would let something be found; `count` stops at one more than a page. */
export interface RelaxedFilter {
  readonly filter: ActiveFilter
  readonly count: number
}

/**
 * What to take away from a search that finds nothing, in one round trip; `selectOf` gives the first page of a
 * search. Nothing where no filter alone is to blame.
 */
export async function findRelaxedFilters<Search>(
  db: Database,
  filters: readonly Removable<Search>[],
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
