import { and, desc, eq, gte, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import type { UserId } from '../../shared/ids.ts'
import { KEPT_FOR } from './remove-old.ts'
import { securityEvents } from './schema.ts'

export const EVENTS_PER_PAGE = 20

/** A person's own security log, newest first. `after` is the sort key (hour and id) of the last row before. */
export function selectOwnSecurityEvents(
  { orm }: Database,
  userId: UserId,
  { after, limit, now }: { after: readonly number[] | null; limit: number; now: number },
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
    .limit(limit)
}
