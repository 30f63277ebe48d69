import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { idAt, START, sortKeyBefore } from '../../discovery/index/cursor.ts'
import { accountIndex } from '../../discovery/index/definition.ts'
import { matchFor, NOTHING } from '../../discovery/index/match.ts'
import { tableOf } from '../../discovery/index/scan.ts'
import type { UserFilters } from './filters.ts'

export type UserRow = Awaited<ReturnType<typeof selectNewest>>[number]

/**
 * One page of accounts, newest first. A query matches the beginning of any word in a username, display name or
 * e-mail address. `after` is the last id of the page before. One round trip.
 */
export async function listUsers(
  db: Database,
  filters: UserFilters,
  after: UserId | null,
): Promise<Page<UserRow>> {
  const rows = await selectUsers(db, filters, after)
  return cutPage(rows, PAGE_SIZE, ({ id }) => [id])
}

export function selectUsers(db: Database, filters: UserFilters, after: UserId | null) {
  return filters.query ? selectByQuery(db, filters, after) : selectNewest(db, filters, after)
}

function selectNewest(db: Database, filters: UserFilters, after: UserId | null) {
  return db.orm
    .select(row)
    .from(users)
    .where(and(sql`${users.id} < ${after ?? Number.MAX_SAFE_INTEGER}`, ...conditionsOf(filters)))
    .orderBy(sql`${users.id} desc`)
    .limit(PAGE_SIZE + 1)
}

function selectByQuery(db: Database, filters: UserFilters, after: UserId | null) {
  const table = tableOf(accountIndex, 'newest')
  const start = after === null ? START.sortKey : sortKeyBefore(after - 1, 'descending')
  return db.orm
    .select(row)
    .from(table)
    .crossJoin(users)
    .where(
      and(
        sql`${table} match ${matchFor(accountIndex, filters)?.all ?? NOTHING}`,
        sql`${table}.rowid > cast(${start} as integer)`,
        eq(users.id, idAt(table)),
      ),
    )
    .orderBy(sql`${table}.rowid`)
    .limit(PAGE_SIZE + 1)
}

// Each filter has an index to scan. A query must repeat the condition of a partial index to use it.
function conditionsOf({ role, status }: UserFilters): (SQL | undefined)[] {
  if (role && status) return [eqLiteral(users.role, role), eqLiteral(users.status, status)]
  if (role && role !== 'influencer') return [eqLiteral(users.role, role), sql`role <> 'influencer'`]
  if (status && status !== 'active') return [eqLiteral(users.status, status), sql`status <> 'active'`]
  // The plus makes SQLite scan by id instead of using one of those indexes.
  return [
    role ? sql`+${users.role} = ${role}` : undefined,
    status ? sql`+${users.status} = ${status}` : undefined,
  ]
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
