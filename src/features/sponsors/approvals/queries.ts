import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { sponsors } from '../schema.ts'

interface Target {
  readonly scope: { readonly ids: readonly number[] } | { readonly allMatching: string }
  /** Sponsors who asked for approval later do not belong to all that match. */
  readonly seenAt: number
}

/** Sponsors to be answered together, by id. Those who were selected come whatever their status is. */
export function selectAnswerable(
  db: Database,
  target: Target,
  after: readonly number[] | null,
  limit: number,
) {
  return db.orm
    .select({
      id: users.id,
      name: sql<string>`${sponsors.companyName}`,
      position: sql<readonly number[]>`json_array(${users.id})`.mapWith(JSON.parse),
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

function conditions({ scope, seenAt }: Target): SQL[] {
  const isSponsor = eq(sponsors.userId, users.id)
  if ('ids' in scope) {
    return [isSponsor, sql`${users.id} in (select value from json_each(${JSON.stringify(scope.ids)}))`]
  }
  return [
    eqLiteral(users.role, 'sponsor'),
    eqLiteral(users.status, 'pending'),
    isSponsor,
    sql`${sponsors.submittedAt} <= ${seenAt}`,
  ]
}
