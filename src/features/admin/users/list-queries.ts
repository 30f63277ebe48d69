import { and, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import type { UserId } from '../../../shared/ids.ts'
import { prefixArms, searchedColumns } from '../../accounts/name-search.ts'
import { users } from '../../accounts/schema.ts'
import type { UserFilters } from './filters.ts'

export type UserRow = Awaited<ReturnType<typeof selectNewest>>[number]

/**
 * One page of people: the newest accounts first, or with words those whose username, name or e-mail begins
 * with them, by what was matched. `after` is the id that the page before ended with. One round trip.
 */
export async function listUsers(
  db: Database,
  filters: UserFilters,
  after: UserId | null,
): Promise<Page<UserRow>> {
  const rows = await selectUsers(db, filters, after)
  return cutPage(rows, PAGE_SIZE, ({ id }) => [id])
}

/** The select of `listUsers`. */
export function selectUsers(db: Database, filters: UserFilters, after: UserId | null) {
  return filters.words ? selectByWords(db, filters, after) : selectNewest(db, filters, after)
}

function selectNewest(db: Database, filters: UserFilters, after: UserId | null) {
  return db.orm
    .select(row(sql<string>`''`))
    .from(users)
    .where(and(sql`${users.id} < ${after ?? Number.MAX_SAFE_INTEGER}`, ...fits(filters)))
    .orderBy(sql`${users.id} desc`)
    .limit(PAGE_SIZE + 1)
}

function selectByWords(db: Database, filters: UserFilters, after: UserId | null) {
  const { username, name, email } = searchedColumns
  const [byUsername, byName, byEmail] = prefixArms(filters.words, [username, name, email], after).map(
    ({ key, where }) =>
      db.orm
        .select(row(key))
        .from(users)
        .where(and(where, ...fits(filters))),
  )
  if (!byUsername || !byName || !byEmail) throw new Error('There are as many arms as columns.')
  return unionAll(byUsername, byName, byEmail)
    .orderBy(sql`key, id`)
    .limit(PAGE_SIZE + 1)
}

/** Each way to narrow has an index to walk, and the partial ones need their own condition said. */
function fits({ words, role, status }: UserFilters): (SQL | undefined)[] {
  if (!words && role && status) return [eqLiteral(users.role, role), eqLiteral(users.status, status)]
  if (!words && role && role !== 'influencer') return [eqLiteral(users.role, role), sql`role <> 'influencer'`]
  if (!words && status && status !== 'active')
    return [eqLiteral(users.status, status), sql`status <> 'active'`]
  // The plus keeps SQLite from leaving the walk along names, or along ids, for one of those indexes.
  return [
    role ? sql`+${users.role} = ${role}` : undefined,
    status ? sql`+${users.status} = ${status}` : undefined,
  ]
}

function row(key: SQL<string>) {
  return {
    id: users.id,
    username: users.username,
    name: users.displayName,
    email: users.email,
    role: users.role,
    status: users.status,
    createdAt: users.createdAt,
    lastSeenAt: users.lastSeenAt,
    key: key.as('key'),
  }
}
