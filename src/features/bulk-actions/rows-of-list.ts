import type { ListSearch, SearchDefinition } from '../../platform/list/search.ts'
import type { ListContext, ListSource } from '../../platform/list/source.ts'
import type { UserId } from '../../shared/ids.ts'
import type { BulkRow, KindRows, Target } from './bulk-kind.ts'

interface BulkList<Row extends BulkRow, Search extends ListSearch> {
  readonly source: ListSource<Row, Search>
  readonly search: SearchDefinition<Search>
  readonly nameOf: (row: Row) => string
}

/**
 * The rows of an admin list, for a kind: what the list shows is what the action is about. They are read by id, the
 * oldest first, so that rows which change or come meanwhile do not move the place where the action goes on. The list
 * must have the sort order `oldest`.
 */
export function rowsOfList<Row extends BulkRow, Search extends ListSearch>({
  source,
  search: definition,
  nameOf,
}: BulkList<Row, Search>): KindRows<Row> {
  const oldestFirst = (queryString: string): Search => ({
    ...definition.fromText(queryString),
    sort: 'oldest',
  })
  return {
    nameOf,
    positionOf: (row) => [row.id, source.cursorOf(row, oldestFirst(''))],
    select(db, target, after, limit) {
      const { scope } = target
      const context = contextOf(db, target)
      if (!('ids' in scope))
        return source.select(context, oldestFirst(scope.allMatching), after?.[1] ?? null, limit)
      const ids = scope.ids.filter((id) => id > (after?.[0] ?? 0))
      return ids.length > 0 ? (source.find?.(context, ids) ?? null) : null
    },
    count: (db, target) =>
      'ids' in target.scope
        ? null
        : source.count(contextOf(db, target), oldestFirst(target.scope.allMatching), Number.MAX_SAFE_INTEGER),
  }
}

// The list as the admin saw it. Only admins start bulk actions, and each chunk checks that its admin still is one.
function contextOf(db: ListContext['db'], { seenAt }: Target): ListContext {
  return { db, viewer: { id: 0 as UserId, role: 'admin' }, now: seenAt }
}
