import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { countUpTo, cursorNumbers, type ListSource } from '../../../platform/list/source.ts'
import { idAt, sortKeyBefore } from '../../../platform/search/cursor.ts'
import { matchFor } from '../../../platform/search/match.ts'
import { resolvePrefix, tableOf } from '../../../platform/search/scan.ts'
import { users } from '../../accounts/schema.ts'
import { accountIndex } from './account-index.ts'
import type { PeopleSearch } from './filters.ts'

export type UserRow = Awaited<ReturnType<typeof selectByIds>>[number]

/** Accounts. A query matches the beginning of any word in a username, display name or e-mail address. */
export const people: ListSource<UserRow, PeopleSearch> = {
  select: ({ db }, search, after, limit) => selectPeople(db, search, after, limit),
  count: ({ db }, search) => countPeople(db, search),
  find: ({ db }, ids) => selectByIds(db, ids),
  cursorOf: ({ id }) => String(id),
}

/** One page of accounts; null if nothing can match. */
export function selectPeople(db: Database, search: PeopleSearch, after: string | null, limit: number) {
  const match = matching(search)
  if (match === null) return null
  const [id] = cursorNumbers(after, 1) ?? []
  // The rows of the table are in descending order, so the oldest come first from its end.
  const isOldestFirst = search.sort === 'oldest'
  const start = id === undefined ? null : sortKeyBefore(isOldestFirst ? id : id - 1, 'descending')
  const fromStart = isOldestFirst
    ? sql`${table}.rowid < cast(${start} as integer)`
    : sql`${table}.rowid > cast(${start} as integer)`
  return db.orm
    .select(row)
    .from(table)
    .crossJoin(users)
    .where(and(match, start === null ? undefined : fromStart, eq(users.id, idAt(table))))
    .orderBy(isOldestFirst ? sql`${table}.rowid desc` : sql`${table}.rowid`)
    .limit(limit)
}

export function countPeople(db: Database, search: PeopleSearch) {
  const match = matching(search)
  return (
    match &&
    db.orm.select({ count: countUpTo(sql`select 1 from ${table} where ${match}`) }).from(sql`(select 1)`)
  )
}

function matching(search: PeopleSearch) {
  const match = matchFor(accountIndex, search)
  return match && sql`${table} match ${resolvePrefix(table, match.all, match.lastWord)}`
}

function selectByIds(db: Database, ids: readonly number[]) {
  return db.orm
    .select(row)
    .from(users)
    .where(inArray(sql`${users.id}`, [...ids]))
}

const table = tableOf(accountIndex, 'newest')

const row = {
  id: users.id,
  username: users.username,
  name: users.displayName,
  email: users.email,
  role: users.role,
  status: users.status,
  createdAt: users.createdAt,
  lastSeenAt: users.lastSeenAt,
}
