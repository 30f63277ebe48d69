import { and, asc, desc, eq, gt, lt, type SQL, sql } from 'drizzle-orm'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { countUpTo, cursorNumbers, type ListSource, selectCount } from '../../../platform/list/source.ts'
import type { BulkActionId } from '../../../shared/ids.ts'
import { bulkStates } from '../bulk-action.ts'
import { type ListedAction, selectActions } from '../queries.ts'
import { bulkActions } from '../schema.ts'
import type { BulkActionSearch } from './search.ts'

/** What admins did to many rows at once. */
export const bulkActionSource: ListSource<ListedAction, BulkActionSearch> = {
  select({ db }, search, after, limit) {
    const isOldestFirst = search.sort === 'oldest'
    const [cursor] = cursorNumbers(after, 1) ?? []
    const id = cursor as BulkActionId | undefined
    const isAfter = isOldestFirst ? gt : lt
    return selectActions(db)
      .where(and(matching(search), id === undefined ? undefined : isAfter(bulkActions.id, id)))
      .orderBy(isOldestFirst ? asc(bulkActions.id) : desc(bulkActions.id))
      .limit(limit)
  },
  count: ({ db }, search) =>
    selectCount(db, sql`select 1 from ${bulkActions} where ${matching(search) ?? sql`true`}`),
  tabs: ({ db }) =>
    db.orm
      .select({
        all: upTo100(sql`true`),
        ...Object.fromEntries(
          bulkStates.map((state) => [state, upTo100(eqLiteral(bulkActions.state, state))]),
        ),
      })
      .from(sql`(select 1)`),
  cursorOf: ({ id }) => String(id),
}

function upTo100(condition: SQL): SQL<number> {
  return countUpTo(sql`select 1 from ${bulkActions} where ${condition}`, 100)
}

function matching({ state, kind }: BulkActionSearch): SQL | undefined {
  return and(
    state === 'all' ? undefined : eqLiteral(bulkActions.state, state),
    kind === null ? undefined : eq(bulkActions.kind, kind),
  )
}
