import { and, desc, eq, sql } from 'drizzle-orm'
import { prepared, type Slots } from '../../platform/db/prepared.ts'
import { users } from '../accounts/schema.ts'
import { publicName } from '../sponsors/schema.ts'
import type { EventKind, EventSubject } from './event-kinds.ts'
import { events } from './schema.ts'

/** Makes the query for a thing's latest events, newest first. `actorName` is null if no person did it. */
export function activityOf<Subject extends EventSubject>(subject: Subject) {
  return prepared((orm, { subjectId }: Slots<{ subjectId: number }>) =>
    orm
      .select({
        kind: sql<EventKind<Subject>>`${events.kind}`,
        actorId: events.actorId,
        actorName: sql<string | null>`${publicName}`,
        from: events.fromState,
        to: events.toState,
        note: events.note,
        at: events.at,
      })
      .from(events)
      .leftJoin(users, eq(users.id, events.actorId))
      .where(and(eq(events.subject, subject), eq(events.subjectId, subjectId)))
      .orderBy(desc(events.id))
      .limit(MAX_EVENTS),
  )
}

const MAX_EVENTS = 200
