import { and, desc, eq } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { change, mustHaveChangedOne, type Statement, write } from '../../../platform/db/write.ts'
import { event, selectEvents } from '../../activity/events.ts'
import { events } from '../../activity/schema.ts'
import { notify } from '../../notifications/commands.ts'
import { influencers, sponsors, users } from '../../accounts/schema.ts'
import { endAllSessions } from '../../accounts/sessions.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import type { Before } from './suspension.ts'

export type UserProfile = Awaited<ReturnType<typeof selectUser>>[number]
export type UserEvent = Awaited<ReturnType<typeof selectEvents>>[number]

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
    selectEvents(db, { subject: 'user', subjectId: id }),
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
  return write(db, [
    ...move(id, version, { status: 'suspended', status_reason: reason }),
    endAllSessions(id),
    event({
      subject: 'user',
      subjectId: id,
      kind: 'suspended',
      actor,
      from: status,
      to: 'suspended',
      note: reason,
      at: now,
    }),
  ])
}

/** Gives an account the state that it had, and tells its owner. Refuses when it changed meanwhile. */
export function saveSuspensionEnd(
  db: Database,
  { id, version }: Pick<UserProfile, 'id' | 'version'>,
  { status, reason }: { status: 'active' | 'pending' | 'rejected'; reason: string | null },
  { actor, now }: Act,
): Promise<Result<unknown, 'changed_meanwhile'>> {
  return write(db, [
    ...move(id, version, { status, status_reason: reason }),
    ...(status === 'pending' ? [waitsAgain(id)] : []),
    event({
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
      subject: `user:${id}`,
      period: version,
      title: 'Your account is no longer suspended',
      body: 'You can sign in again.',
      path: routes.home.href(),
      at: now,
    }),
  ])
}

function move(
  id: UserId,
  version: number,
  to: { status: UserProfile['status']; status_reason: string | null },
): Statement<'changed_meanwhile'>[] {
  return [
    change
      .update(users)
      .set({ ...to, version: version + 1 })
      .where(and(eq(users.id, id), eq(users.version, version))),
    mustHaveChangedOne('changed_meanwhile'),
  ]
}

// Whatever was answered before: the list of who waits has to show it.
function waitsAgain(id: UserId) {
  return change.update(sponsors).set({ answered_at: 0 }).where(eq(sponsors.user_id, id))
}

function selectUser(db: Database, id: UserId) {
  return db.orm
    .select({
      id: users.id,
      username: users.username,
      name: users.display_name,
      email: users.email,
      role: users.role,
      status: users.status,
      statusReason: users.status_reason,
      timeZone: users.time_zone,
      createdAt: users.created_at,
      lastSeenAt: users.last_seen_at,
      version: users.version,
      sponsor: {
        company: sponsors.company_name,
        industry: sponsors.industry,
        yearlyBudget: sponsors.yearly_budget,
        website: sponsors.website,
        about: sponsors.about,
      },
      influencer: {
        category: influencers.category,
        niche: influencers.niche,
        reach: influencers.reach,
        flaggedAt: influencers.flagged_at,
      },
    })
    .from(users)
    .leftJoin(sponsors, eq(sponsors.user_id, users.id))
    .leftJoin(influencers, eq(influencers.user_id, users.id))
    .where(eq(users.id, id))
}

function selectLatest(db: Database, id: UserId, kind: string) {
  return db.orm
    .select({ from: events.from_state, note: events.note })
    .from(events)
    .where(and(eq(events.subject, 'user'), eq(events.subject_id, id), eq(events.kind, kind)))
    .orderBy(desc(events.id))
    .limit(1)
}
