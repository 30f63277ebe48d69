import { and, desc, eq, getTableColumns } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import type { EventKind } from '../../activity/event-kinds.ts'
import { activityOf } from '../../activity/queries.ts'
import { events } from '../../activity/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { Before } from './suspension.ts'

const selectActivity = activityOf('user')

export type UserProfile = Awaited<ReturnType<typeof selectUser>>[number]
export type UserEvent = Awaited<ReturnType<typeof selectActivity>>[number]

/** An account with its activity, and what it was before its suspension. */
export interface UserDetails {
  readonly user: UserProfile
  /** Oldest first. */
  readonly events: readonly UserEvent[]
  readonly before: Before
}

/** Null if there is no such account. One round trip. */
export async function findUser(db: Database, id: UserId): Promise<UserDetails | null> {
  const [[user], eventRows, [suspended], [rejected]] = await db.read([
    selectUser(db, id),
    selectActivity(db, { subjectId: id }),
    selectLatest(db, id, 'suspended'),
    selectLatest(db, id, 'rejected'),
  ])
  if (!user) return null
  const before = { status: suspended?.from ?? null, rejectionReason: rejected?.note ?? null }
  return { user, events: eventRows.toReversed(), before }
}

function selectUser(db: Database, id: UserId) {
  return db.orm
    .select({
      id: users.id,
      username: users.username,
      name: users.displayName,
      email: users.email,
      role: users.role,
      status: users.status,
      statusReason: users.statusReason,
      timeZone: users.timeZone,
      createdAt: users.createdAt,
      lastSeenAt: users.lastSeenAt,
      version: users.version,
      sponsor: getTableColumns(sponsors),
      influencer: {
        category: influencers.category,
        niche: influencers.niche,
        reach: influencers.reach,
        flaggedAt: influencers.flaggedAt,
      },
    })
    .from(users)
    .leftJoin(sponsors, eq(sponsors.userId, users.id))
    .leftJoin(influencers, eq(influencers.userId, users.id))
    .where(eq(users.id, id))
}

function selectLatest(db: Database, id: UserId, kind: EventKind<'user'>) {
  return db.orm
    .select({ from: events.fromState, note: events.note })
    .from(events)
    .where(and(eq(events.subject, 'user'), eq(events.subjectId, id), eq(events.kind, kind)))
    .orderBy(desc(events.id))
    .limit(1)
}
