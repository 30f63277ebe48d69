import { and, asc, eq, gt, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { idAt } from '../../../platform/search/cursor.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { sponsors } from '../schema.ts'
import { matchOf, table } from './list.ts'
import { sponsorSearch } from './search.ts'

interface Target {
  readonly scope: { readonly ids: readonly number[] } | { readonly allMatching: string }
  /** Sponsors who asked for approval later do not belong to all that match. */
  readonly seenAt: number
}

export type AnswerableSponsor = Awaited<ReturnType<typeof selectAnswerable>>[number]

/** Sponsors to be answered together, by id. Those who were selected come whatever their status is. */
export function selectAnswerable(
  db: Database,
  target: Target,
  after: readonly [id: number, ...unknown[]] | null,
  limit: number,
) {
  return db.orm
    .select({
      id: users.id,
      name: sql<string>`${sponsors.companyName}`,
      status: users.status,
      version: users.version,
      submittedAt: sponsors.submittedAt,
      profileChangedAt: sponsors.profileChangedAt,
    })
    .from(users)
    .crossJoin(sponsors)
    .where(and(gt(users.id, (after?.[0] ?? 0) as UserId), ...conditions(target)))
    .orderBy(asc(users.id))
    .limit(limit)
}

export function countAnswerable(db: Database, target: Target) {
  return db.orm
    .select({ count: sql<number>`count(*)` })
    .from(users)
    .crossJoin(sponsors)
    .where(and(...conditions(target)))
}

/** Those who have waited longest. */
export function selectLongestWaiting(db: Database, limit: number) {
  return db.orm
    .select({ company: sponsors.companyName, industry: sponsors.industry, submittedAt: sponsors.submittedAt })
    .from(sponsors)
    .crossJoin(users)
    .where(
      and(
        // For the partial index `sponsors_waiting`. The status decides who is waiting.
        sql`answered_at < submitted_at and ${sponsors.submittedAt} > 0`,
        eq(users.id, sponsors.userId),
        eqLiteral(users.status, 'pending'),
      ),
    )
    .orderBy(sponsors.submittedAt, sponsors.userId)
    .limit(limit)
}

/** Sponsors who have waited longest for an answer to a new name. */
export function selectRenamed(db: Database, limit: number) {
  return db.orm
    .select({
      company: sponsors.companyName,
      requestedName: sql<string>`${sponsors.requestedName}`,
      requestedAt: sql<number>`${sponsors.nameRequestedAt}`,
    })
    .from(sponsors)
    .crossJoin(users)
    .where(
      and(
        isNotNull(sponsors.requestedName),
        eq(users.id, sponsors.userId),
        sql`+${eqLiteral(users.status, 'active')}`,
      ),
    )
    .orderBy(sponsors.nameRequestedAt, sponsors.userId)
    .limit(limit)
}

function conditions({ scope, seenAt }: Target): SQL[] {
  const isSponsor = eq(sponsors.userId, users.id)
  if ('ids' in scope) {
    return [isSponsor, sql`${users.id} in (select value from json_each(${JSON.stringify(scope.ids)}))`]
  }
  const search = sponsorSearch.fromText(scope.allMatching)
  const isAnswerable = search.status === 'pending' || search.status === 'all'
  const match = search.query === '' ? sql`true` : matchOf(search)
  return [
    eqLiteral(users.role, 'sponsor'),
    eqLiteral(users.status, 'pending'),
    isSponsor,
    sql`${sponsors.submittedAt} <= ${seenAt}`,
    ...(isAnswerable && match ? [] : [sql`false`]),
    ...(search.query !== '' && match
      ? [sql`+${users.id} in (select ${idAt(table)} from ${table} where ${match})`]
      : []),
  ]
}
