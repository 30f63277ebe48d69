import { and, desc, eq, type SQL } from 'drizzle-orm'
import { insertEach } from '../../platform/db/insert-each.ts'
import { prepared, type Slots } from '../../platform/db/prepared.ts'
import { mutation } from '../../platform/db/write.ts'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { events } from './schema.ts'

export interface NewEvent {
  readonly subject: (typeof events.$inferSelect)['subject']
  /** The id, or a subselect that finds it in the same batch. */
  readonly subjectId: number | SQL
  readonly kind: string
  /** Null when the clock did it. */
  readonly actor: UserId | SQL | null
  readonly from?: string | null
  readonly to?: string | null
  readonly note?: string | null
  readonly at: number | SQL
}

/** The row to write in the same batch as the change that it tells of. */
export function recordEvent(event: NewEvent) {
  return mutation.insert(events).values(toRow(event))
}

/** The same event for each row of a `from … where …`; `subjectId` can be a column of it. */
export function recordEventForEach(event: NewEvent, from: SQL): SQL {
  return insertEach(events, toRow(event), from)
}

function toRow({ subject, subjectId, kind, actor, from = null, to = null, note = null, at }: NewEvent) {
  return { subject, subjectId, kind, actorId: actor, fromState: from, toState: to, note, at }
}

/** The latest of what happened to a thing, newest first, with the name of who did it (null for the clock). */
export const selectActivity = prepared(
  (orm, { subject, subjectId }: Slots<{ subject: NewEvent['subject']; subjectId: number }>) =>
    orm
      .select({
        kind: events.kind,
        actorId: events.actorId,
        actorName: users.displayName,
        from: events.fromState,
        to: events.toState,
        note: events.note,
        at: events.at,
      })
      .from(events)
      .leftJoin(users, eq(users.id, events.actorId))
      .where(and(eq(events.subject, subject), eq(events.subjectId, subjectId)))
      .orderBy(desc(events.id))
      .limit(200),
)
