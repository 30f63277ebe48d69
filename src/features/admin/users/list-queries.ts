import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import { idAt, START, sortKeyBefore } from '../../../platform/search/cursor.ts'
import { matchFor } from '../../../platform/search/match.ts'
import { resolvePrefix, tableOf } from '../../../platform/search/scan.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { accountIndex } from './account-index.ts'
import type { UserFilters } from './filters.ts'

export type UserRow = NonNullable<Awaited<ReturnType<typeof selectUsers>>>[number]

/**
 * One page of accounts, newest first. A query matches the beginning of any word in a username, display name or
 * e-mail address. `after` is the last id of the page before. One round trip.
 */
export async function listUsers(
  db: Database,
  filters: UserFilters,
  after: UserId | null,
): Promise<Page<UserRow>> {
  const rows = (await selectUsers(db, filters, after)) ?? []
  return cutPage(rows, PAGE_SIZE, ({ id }) => [id])
}

/** The select of `listUsers`; null if nothing can match. */
export function selectUsers(db: Database, filters: UserFilters, after: UserId | null) {
  const match = matchFor(accountIndex, filters)
  if (match === null) return null
  const table = tableOf(accountIndex, 'newest')
  const start = after === null ? START.sortKey : sortKeyBefore(after - 1, 'descending')
  return db.orm
    .select(row)
    .from(table)
    .crossJoin(users)
    .where(
      and(
        sql`${table} match ${resolvePrefix(table, match.all, match.lastWord)}`,
        sql`${table}.rowid > cast(${start} as integer)`,
        eq(users.id, idAt(table)),
      ),
    )
    .orderBy(sql`${table}.rowid`)
    .limit(PAGE_SIZE + 1)
}

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
