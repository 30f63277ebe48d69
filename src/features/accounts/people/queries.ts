import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { type IndexOrder, matchIn, readAlong } from '../../../platform/list/index-order.ts'
import { type ListSource, selectCount } from '../../../platform/list/source.ts'
import { idAt } from '../../../platform/search/cursor.ts'
import { tableOf } from '../../../platform/search/scan.ts'
import { openFlagOf } from '../../flags/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { users } from '../schema.ts'
import { accountIndex } from './account-index.ts'
import { byName } from './by-name.ts'
import type { PeopleSearch } from './filters.ts'

export type UserRow = Awaited<ReturnType<typeof selectByIds>>[number]

/** Accounts. A query matches the beginning of any word in a username, display name or e-mail address. */
export const people: ListSource<UserRow, PeopleSearch> = {
  select: ({ db }, search, after, limit) => selectPeople(db, search, after, limit),
  count: ({ db }, search, max) => countPeople(db, search, max),
  find: ({ db }, ids) => selectByIds(db, ids),
  cursorOf: ({ sortKey }) => sortKey,
}

/** Each of these orders is the one of a full-text table, forward or backward. */
const orders: Record<Exclude<PeopleSearch['sort'], 'name'>, IndexOrder> = {
  newest: { table: tableOf(accountIndex, 'newest') },
  oldest: { table: tableOf(accountIndex, 'newest'), isBackward: true },
  seen: { table: tableOf(accountIndex, 'seen') },
  unseen: { table: tableOf(accountIndex, 'seen'), isBackward: true },
}

/** One page of accounts, after the sort key of the last row before; null if nothing can match. */
export function selectPeople(db: Database, search: PeopleSearch, after: string | null, limit: number) {
  if (search.sort === 'name') return selectByName(db, search, after, limit)
  const { table } = orders[search.sort]
  const match = matchIn(accountIndex, table, search)
  if (match === null) return null
  const { sortKey, isAfter, orderBy } = readAlong(orders[search.sort], after)
  return db.orm
    .select(rowWith(sortKey))
    .from(table)
    .crossJoin(users)
    .where(and(match, isAfter, eq(users.id, idAt(table))))
    .orderBy(orderBy)
    .limit(limit)
}

function selectByName(db: Database, search: PeopleSearch, after: string | null, limit: number) {
  const match = matchIn(accountIndex, orders.newest.table, search)
  if (match === null) return null
  const { found, where, orderBy } = byName(search, match, after)
  const select = db.orm.select(rowWith(sql<string>`cast("users"."id" as text)`))
  // The cross join keeps SQLite from reading along all names.
  const accounts =
    found === null
      ? select.from(users).where(where)
      : select
          .from(found)
          .crossJoin(users)
          .where(and(where, sql`${users.id} = found.id`))
  return accounts.orderBy(...orderBy).limit(limit)
}

function countPeople(db: Database, search: PeopleSearch, max?: number) {
  const { table } = orders.newest
  const match = matchIn(accountIndex, table, search)
  return match && selectCount(db, sql`select 1 from ${table} where ${match}`, max)
}

/** The accounts with these ids, in any order. */
export function selectByIds(db: Database, ids: readonly number[]) {
  return db.orm
    .select(rowWith(sql<string>`''`))
    .from(users)
    .where(inArray(sql`${users.id}`, [...ids]))
}

const rowWith = (sortKey: SQL<string>) => ({
  id: users.id,
  username: users.username,
  name: users.displayName,
  email: users.email,
  isEmailConfirmed: users.isEmailConfirmed,
  role: users.role,
  status: users.status,
  suspendedFrom: users.suspendedFrom,
  suspendedUntil: users.suspendedUntil,
  version: users.version,
  /** What a flag calls them: a sponsor has the name of the company. */
  title: sql<string>`coalesce((select company_name from ${sponsors} where user_id = "users"."id"), display_name)`,
  flag: openFlagOf('user', sql`"users"."id"`),
  timeZone: users.timeZone,
  createdAt: users.createdAt,
  lastSeenAt: users.lastSeenAt,
  sortKey,
})
