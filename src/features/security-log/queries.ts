import { and, desc, eq, gte, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import type { UserId } from '../../shared/ids.ts'
import { KEPT_FOR } from './remove-old.ts'
import { securityEvents } from './schema.ts'

export const EVENTS_PER_PAGE = 20

/** One page of a person's own security log, newest first, and one more row. `after` is the sort key of the last row. */
export function selectOwnSecurityEvents(
  { orm }: Database,
  userId: UserId,
  after: readonly number[] | null,
  now: number,
) {
  return orm
    .select()
    .from(securityEvents)
    .where(
      and(
        eq(securityEvents.userId, userId),
        gte(securityEvents.hour, now - KEPT_FOR),
        after === null
          ? undefined
          : sql`(${securityEvents.hour}, ${securityEvents.id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(securityEvents.hour), desc(securityEvents.id))
    .limit(EVENTS_PER_PAGE + 1)
}
