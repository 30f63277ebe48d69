import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type IndexOrder, matchIn, readAlong } from '../../../platform/list/index-order.ts'
import { countUpTo, type ListContext, type ListSource, selectCount } from '../../../platform/list/source.ts'
import { idAt } from '../../../platform/search/cursor.ts'
import { tableOf } from '../../../platform/search/scan.ts'
import { users } from '../../accounts/schema.ts'
import { isOver } from '../../flags/over.ts'
import { flags } from '../../flags/schema.ts'
import { flagIndex } from './flag-index.ts'
import { type FlagSearch, flagSearch } from './search.ts'

type Context = Pick<ListContext, 'db' | 'now'>
type FlagTab = FlagSearch['state']

export type FlagListRow = Awaited<ReturnType<typeof selectByIds>>[number]

/** Flags. A query matches words in what is flagged and in the names of its owner. */
export const flagSource: ListSource<FlagListRow, FlagSearch> = {
  select: (context, search, after, limit) => selectPage(context, search, after, limit),
  count: (context, search) => countFlags(context, search),
  find: (context, ids) => selectByIds(context, ids),
  tabs: ({ db, now }) =>
    db.orm
      .select({
        standing: upTo100('standing', now),
        appealed: upTo100('appealed', now),
        over: upTo100('over', now),
      })
      .from(sql`(select 1)`),
  cursorOf: ({ sortKey }) => sortKey,
}

/** Each order is the one of a full-text table, forward or backward. */
const orders: Record<FlagSearch['sort'], IndexOrder> = {
  urgent: { table: tableOf(flagIndex, 'urgent') },
  newest: { table: tableOf(flagIndex, 'newest') },
  oldest: { table: tableOf(flagIndex, 'newest'), isBackward: true },
}

/** One page of flags, after the sort key of the last row before; null if nothing can match. */
function selectPage({ db, now }: Context, search: FlagSearch, after: string | null, limit: number) {
  const { table } = orders[search.sort]
  const match = matching(table, search)
  if (match === null) return null
  const { sortKey, isAfter, orderBy } = readAlong(orders[search.sort], after)
  return db.orm
    .select(rowWith(sortKey, now))
    .from(table)
    .crossJoin(flags)
    .crossJoin(users)
    .where(
      and(match, inTab(search.state, now), isAfter, eq(flags.id, idAt(table)), eq(users.id, flags.ownerId)),
    )
    .orderBy(orderBy)
    .limit(limit)
}

function countFlags({ db, now }: Context, search: FlagSearch) {
  const { table } = orders.newest
  const match = matching(table, search)
  return match && selectCount(db, rowsOf(match, search.state, now))
}

function upTo100(tab: FlagTab, now: number): SQL<number> {
  const match = matching(orders.newest.table, { ...flagSearch.fromText(''), state: tab })
  return countUpTo(match ? rowsOf(match, tab, now) : sql`select 1 where false`, 100)
}

function rowsOf(match: SQL, tab: FlagTab, now: number): SQL {
  const { table } = orders.newest
  const condition = inTab(tab, now)
  return condition
    ? sql`select 1 from ${table} cross join ${flags} on ${flags.id} = ${idAt(table)} where ${match} and ${condition}`
    : sql`select 1 from ${table} where ${match}`
}

/** What a tab asks for besides its term in the index, which knows nothing of what a flag is about. */
function inTab(tab: FlagTab, now: number): SQL | undefined {
  switch (tab) {
    case 'all':
    case 'lifted':
      return undefined
    case 'over':
      return sql`${isOver(now)}`
    case 'standing':
    case 'appealed':
    case 'open':
    case 'kept':
      return sql`not ${isOver(now)}`
  }
}

function matching(table: SQL, search: FlagSearch): SQL | null {
  return matchIn(flagIndex, table, { ...search, state: termOf(search.state) })
}

function termOf(state: FlagSearch['state']) {
  if (state === 'all') return null
  // What is over has no term of its own.
  return state === 'over' ? 'standing' : state
}

function selectByIds({ db, now }: Context, ids: readonly number[]) {
  return db.orm
    .select(rowWith(sql<string>`''`, now))
    .from(flags)
    .innerJoin(users, eq(users.id, flags.ownerId))
    .where(inArray(sql`${flags.id}`, [...ids]))
}

const rowWith = (sortKey: SQL<string>, now: number) => ({
  id: flags.id,
  subject: flags.subject,
  subjectId: flags.subjectId,
  title: flags.title,
  reason: flags.reason,
  state: flags.state,
  isOver: sql<boolean>`${isOver(now)}`.mapWith(Boolean),
  appeal: flags.appeal,
  appealedAt: flags.appealedAt,
  flaggedAt: flags.flaggedAt,
  ownerId: flags.ownerId,
  ownerName: users.displayName,
  ownerStatus: users.status,
  version: flags.version,
  sortKey,
})
