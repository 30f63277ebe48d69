import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { matchIn } from '../../../platform/list/index-order.ts'
import { countUpTo, cursorNumbers, type ListSource, selectCount } from '../../../platform/list/source.ts'
import { ID_BITS, idAt, sortKeyBefore } from '../../../platform/search/cursor.ts'
import { tableOf } from '../../../platform/search/scan.ts'
import { users } from '../../accounts/schema.ts'
import { sponsors } from '../schema.ts'
import { sponsorRow } from './row.ts'
import type { SponsorSearch } from './search.ts'
import { sponsorIndex } from './sponsor-index.ts'

export type SponsorRow = Awaited<ReturnType<typeof selectByIds>>[number]

/** Sponsors with what admins need to decide about them. */
export const sponsorSource: ListSource<SponsorRow, SponsorSearch> = {
  select: ({ db }, search, after, limit) => selectSponsors(db, search, after, limit),
  count: ({ db }, search) => countSponsors(db, search),
  find: ({ db }, ids) => selectByIds(db, ids),
  tabs: ({ db }) => selectTabs(db),
  cursorOf: ({ submittedAt, id }) => `${Math.floor(submittedAt / 1000)}_${id}`,
}

export function selectSponsors(db: Database, search: SponsorSearch, after: string | null, limit: number) {
  const match = matchOf(search)
  if (match === null) return null
  const key = cursorNumbers(after, 2)
  // The rows of the table have the oldest first, so the newest come first from its end.
  const isNewestFirst = search.sort === 'newest'
  const sign = sql.raw(isNewestFirst ? '<' : '>')
  const start = key && sql`${table}.rowid ${sign} cast(${sortKeyOf(key)} as integer)`
  return db.orm
    .select(sponsorRow)
    .from(table)
    .crossJoin(sponsors)
    .crossJoin(users)
    .where(and(match, start ?? undefined, eq(sponsors.userId, idAt(table)), eq(users.id, sponsors.userId)))
    .orderBy(isNewestFirst ? sql`${table}.rowid desc` : sql`${table}.rowid`)
    .limit(limit)
}

export function countSponsors(db: Database, search: SponsorSearch) {
  const match = matchOf(search)
  return match && selectCount(db, sql`select 1 from ${table} where ${match}`)
}

/** The condition that rows of the sponsors' full-text table match. Null if nothing can. */
export function matchOf(search: SponsorSearch) {
  return matchIn(sponsorIndex, table, search)
}

function selectByIds(db: Database, ids: readonly number[]) {
  return db.orm
    .select(sponsorRow)
    .from(sponsors)
    .innerJoin(users, eq(users.id, sponsors.userId))
    .where(inArray(sql`${sponsors.userId}`, [...ids]))
}

function selectTabs(db: Database) {
  const some = (tab: string) =>
    countUpTo(sql`select 1 from ${table} where ${table} match ${`"___status_${tab}"`}`, 100)
  return db.orm
    .select({ pending: some('pending'), renamed: some('renamed'), rejected: some('rejected') })
    .from(sql`(select 1)`)
}

export const table = tableOf(sponsorIndex, 'submitted')

function sortKeyOf([submitted = 0, id = 0]: readonly number[]): string {
  return String(BigInt(sortKeyBefore(submitted, 'ascending')) + BigInt(id % 2 ** ID_BITS))
}
