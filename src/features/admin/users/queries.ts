import { and, desc, eq } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { write } from '../../../platform/db/write.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import { changeStatus } from '../../accounts/commands.ts'
import { users } from '../../accounts/schema.ts'
import { endAllSessions } from '../../accounts/sessions.ts'
import { recordEvent } from '../../activity/commands.ts'
import type { EventKind } from '../../activity/event-kinds.ts'
import { activityOf } from '../../activity/queries.ts'
import { events } from '../../activity/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { notify } from '../../notifications/commands.ts'
import { markUnanswered } from '../../sponsors/commands.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { Before } from './suspension.ts'

export type UserProfile = Awaited<ReturnType<typeof selectUser>>[number]
const selectActivity = activityOf('user')

export type UserEvent = Awaited<ReturnType<typeof selectActivity>>[number]

/** An account with its history, and what it was before its suspension. */
export interface UserCase {
  readonly user: UserProfile
  /** Oldest first. */
  readonly events: readonly UserEvent[]
  readonly before: Before
}

/** One round trip; null for an id that nobody has. */
export async function findUser(db: Database, id: UserId): Promise<UserCase | null> {
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

interface Act {
  readonly actor: UserId
  readonly now: number
}

/** Suspends an account as it was read, and signs it out everywhere. Refuses when it changed meanwhile. */
export function saveSuspension(
  db: Database,
  { id, status, version }: Pick<UserProfile, 'id' | 'status' | 'version'>,
  reason: string,
  { actor, now }: Act,
): Promise<Result<unknown, 'changed_meanwhile'>> {
  return write(
    db,
    [
      ...changeStatus(id, { version }, { status: 'suspended', statusReason: reason }, 'changed_meanwhile'),
      endAllSessions(id),
      recordEvent({
        subject: 'user',
        subjectId: id,
        kind: 'suspended',
        actor,
        from: status,
        to: 'suspended',
        note: reason,
        at: now,
      }),
    ],
    { invalidates: ['influencers', 'campaigns', 'statistics'] },
  )
}

/** Gives an account the state that it had, and tells its owner. Refuses when it changed meanwhile. */
export function saveSuspensionEnd(
  db: Database,
  { id, version }: Pick<UserProfile, 'id' | 'version'>,
  { status, reason }: { status: 'active' | 'pending' | 'rejected'; reason: string | null },
  { actor, now }: Act,
): Promise<Result<unknown, 'changed_meanwhile'>> {
  return write(
    db,
    [
      ...changeStatus(id, { version }, { status, statusReason: reason }, 'changed_meanwhile'),
      ...(status === 'pending' ? [markUnanswered(id)] : []),
      recordEvent({
        subject: 'user',
        subjectId: id,
        kind: 'suspension_ended',
        actor,
        from: 'suspended',
        to: status,
        at: now,
      }),
      ...notify(id, {
        kind: 'suspension_ended',
        subjectId: id,
        period: version,
        title: 'Your account is no longer suspended',
        body: 'You can sign in again.',
        path: routes.home.href(),
        at: now,
      }),
    ],
    { invalidates: ['influencers', 'campaigns', 'statistics'] },
  )
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
      sponsor: {
        company: sponsors.companyName,
        industry: sponsors.industry,
        annualBudget: sponsors.annualBudget,
        website: sponsors.website,
        about: sponsors.about,
      },
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
