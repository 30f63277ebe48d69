import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { countUpTo, type ListSource } from '../../../platform/list/source.ts'
import { idAt } from '../../../platform/search/cursor.ts'
import { matchFor } from '../../../platform/search/match.ts'
import { resolvePrefix, tableOf } from '../../../platform/search/scan.ts'
import { users } from '../../accounts/schema.ts'
import { flags } from '../../flags/schema.ts'
import { flagIndex } from './flag-index.ts'
import type { FlagSearch } from './search.ts'

export type FlagListRow = Awaited<ReturnType<typeof selectByIds>>[number]

/** Flags. A query matches words in what is flagged and in the names of its owner. */
export const flagSource: ListSource<FlagListRow, FlagSearch> = {
  select: ({ db }, search, after, limit) => selectPage(db, search, after, limit),
  count: ({ db }, search) => countFlags(db, search),
  find: ({ db }, ids) => selectByIds(db, ids),
  cursorOf: ({ sortKey }) => sortKey,
}

/** Each order is the one of a full-text table, forward or backward. */
const orders: Record<FlagSearch['sort'], { table: SQL; isBackward?: boolean }> = {
  urgent: { table: tableOf(flagIndex, 'urgent') },
  newest: { table: tableOf(flagIndex, 'newest') },
  oldest: { table: tableOf(flagIndex, 'newest'), isBackward: true },
}

/** One page of flags, after the sort key of the last row before; null if nothing can match. */
export function selectPage(db: Database, search: FlagSearch, after: string | null, limit: number) {
  const { table, isBackward = false } = orders[search.sort]
  const match = matching(table, search)
  if (match === null) return null
  const isAfter = sql`${table}.rowid ${isBackward ? sql`<` : sql`>`} cast(${after} as integer)`
  return db.orm
    .select(rowWith(sql<string>`cast(${table}.rowid as text)`))
    .from(table)
    .crossJoin(flags)
    .crossJoin(users)
    .where(
      and(
        match,
        after === null ? undefined : isAfter,
        eq(flags.id, idAt(table)),
        eq(users.id, flags.ownerId),
      ),
    )
    .orderBy(isBackward ? sql`${table}.rowid desc` : sql`${table}.rowid`)
    .limit(limit)
}

function countFlags(db: Database, search: FlagSearch) {
  const { table } = orders.newest
  const match = matching(table, search)
  return (
    match &&
    db.orm.select({ count: countUpTo(sql`select 1 from ${table} where ${match}`) }).from(sql`(select 1)`)
  )
}

function matching(table: SQL, search: FlagSearch): SQL | null {
  const match = matchFor(flagIndex, search)
  return match && sql`${table} match ${resolvePrefix(table, match.all, match.lastWord)}`
}

function selectByIds(db: Database, ids: readonly number[]) {
  return db.orm
    .select(rowWith(sql<string>`''`))
    .from(flags)
    .innerJoin(users, eq(users.id, flags.ownerId))
    .where(inArray(sql`${flags.id}`, [...ids]))
}

const rowWith = (sortKey: SQL<string>) => ({
  id: flags.id,
  subject: flags.subject,
  subjectId: flags.subjectId,
  title: flags.title,
  reason: flags.reason,
  state: flags.state,
  appeal: flags.appeal,
  appealedAt: flags.appealedAt,
  flaggedAt: flags.flaggedAt,
  ownerId: flags.ownerId,
  ownerName: users.displayName,
  version: flags.version,
  sortKey,
})
