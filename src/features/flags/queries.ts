import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../platform/db/database.ts'
import type { Viewer } from '../../platform/http/context.ts'
import type { AdRequestId, FlagId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { messages } from '../ad-requests/schema.ts'
import { isGone, isOver, isStanding } from './over.ts'
import { flags } from './schema.ts'
import type { ModeratedThing } from './subject.ts'

export type Flag = Awaited<ReturnType<typeof selectFlag>>[number]
export type OwnFlag = Omit<Flag, 'internalNote' | 'flaggedByName' | 'decidedByName'>
/** What a decision about a flag needs to know of it. */
export type DecidedFlag = Pick<
  OwnFlag,
  'id' | 'subject' | 'subjectId' | 'title' | 'ownerId' | 'ownerRole' | 'state' | 'appeal' | 'version'
>
export type EarlierFlag = Awaited<ReturnType<typeof selectEarlier>>[number]

/** A flag as admins see it, with the earlier flags of the same thing, newest first. */
export interface FlagDetails {
  readonly flag: Flag
  readonly earlier: readonly EarlierFlag[]
}

const MAX_EARLIER = 20

/** For admins. Null if there is no such flag. One round trip. */
export async function findFlag(db: Database, id: FlagId): Promise<FlagDetails | null> {
  const [[flag], earlier] = await db.read([selectFlag(db, id), selectEarlier(db, id)])
  return flag ? { flag, earlier } : null
}

/** A flag for its owner, without what only admins may know. Null for everybody else. One round trip. */
export async function findOwnFlag(db: Database, viewer: Viewer, id: FlagId): Promise<OwnFlag | null> {
  const [flag] = await selectFlag(db, id)
  if (flag?.ownerId !== viewer.id) return null
  const { internalNote, flaggedByName, decidedByName, ...own } = flag
  return own
}

/** The open flag of a thing; null if it has none. */
export async function findOpenFlag(
  db: Database,
  { subject, id }: ModeratedThing,
): Promise<{ readonly id: FlagId; readonly ownerId: UserId } | null> {
  const [found] = await db.orm
    .select({ id: flags.id, ownerId: flags.ownerId })
    .from(flags)
    .where(and(eq(flags.subject, subject), eq(flags.subjectId, id), isOpen))
  return found ?? null
}

/** A person's standing flags, newest first. `now` is in milliseconds UTC. */
export function selectOpenFlagsOf(db: Database, ownerId: UserId, limit: number, now: number) {
  return db.orm
    .select({ id: flags.id, subject: flags.subject, title: flags.title, state: flags.state })
    .from(flags)
    .where(and(eq(flags.ownerId, ownerId), isStanding(now)))
    .orderBy(desc(flags.id))
    .limit(limit)
}

/** All flags that a person has had, newest first. For admins. */
export function selectFlagsOf(db: Database, ownerId: UserId | SQL, limit: number) {
  return db.orm
    .select(summary)
    .from(flags)
    .where(eq(flags.ownerId, ownerId))
    .orderBy(desc(flags.id))
    .limit(limit)
}

/** The appeals that have waited longest. `now` is in milliseconds UTC. */
export function selectAppeals(db: Database, limit: number, now: number) {
  return db.orm
    .select({
      id: flags.id,
      subject: flags.subject,
      title: flags.title,
      appealedAt: sql<number>`${flags.appealedAt}`,
      ownerName: users.displayName,
    })
    .from(flags)
    .innerJoin(users, eq(users.id, flags.ownerId))
    .where(sql`${flags.state} = 'appealed' and not ${isOver(now)}`)
    .orderBy(flags.id)
    .limit(limit)
}

const isOpen = sql`${flags.state} <> 'lifted'`

const summary = {
  id: flags.id,
  subject: flags.subject,
  title: flags.title,
  reason: flags.reason,
  state: flags.state,
  flaggedAt: flags.flaggedAt,
}

const owner = alias(users, 'owner')
const flagger = alias(users, 'flagger')
const decider = alias(users, 'decider')

function selectFlag(db: Database, id: FlagId) {
  return db.orm
    .select({
      ...summary,
      subjectId: flags.subjectId,
      note: flags.note,
      internalNote: flags.internalNote,
      ownerId: flags.ownerId,
      ownerName: owner.displayName,
      ownerRole: owner.role,
      ownerStatus: owner.status,
      flaggedByName: flagger.displayName,
      appeal: flags.appeal,
      appealedAt: flags.appealedAt,
      decidedByName: decider.displayName,
      decidedAt: flags.decidedAt,
      decisionReason: flags.decisionReason,
      version: flags.version,
      isGone: isGone(flags.subject, flags.subjectId),
      /** The request that a message belongs to. Null for the others, or if it has been deleted. */
      messageIn: sql<AdRequestId | null>`case when ${flags.subject} = 'message' then
        (select ${messages.adRequestId} from ${messages} where ${messages.id} = ${flags.subjectId}) end`,
    })
    .from(flags)
    .innerJoin(owner, eq(owner.id, flags.ownerId))
    .innerJoin(flagger, eq(flagger.id, flags.flaggedBy))
    .leftJoin(decider, eq(decider.id, flags.decidedBy))
    .where(eq(flags.id, id))
}

function selectEarlier(db: Database, id: FlagId) {
  const current = alias(flags, 'current')
  return db.orm
    .select(summary)
    .from(current)
    .innerJoin(flags, and(eq(flags.subject, current.subject), eq(flags.subjectId, current.subjectId)))
    .where(and(eq(current.id, id), ne(flags.id, id)))
    .orderBy(desc(flags.id))
    .limit(MAX_EARLIER)
}
