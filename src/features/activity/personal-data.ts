import { and, asc, gt, sql } from 'drizzle-orm'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { byKey, isoTime, PAGE } from '../../platform/personal-data/rows.ts'
import type { UserId } from '../../shared/ids.ts'
import { campaigns } from '../campaigns/schema.ts'
import type { EventKind } from './event-kinds.ts'
import { events } from './schema.ts'

const activity: PersonalRecord = {
  file: 'activity',
  holds: 'What happened to your account, your campaigns and your requests, and when.',
  tables: [events],
  read: byKey(selectEvents, ({ at, audited, actorId, campaignId, note, ...event }, { userId }) => ({
    ...event,
    campaignId,
    by: nameOf(actorId, audited, userId),
    // What admins note for each other stays with them.
    note: audited && !isToldToPerson(event.kind) ? null : note,
    at: isoTime(at),
  })),
  erasure: {
    kind: 'keep',
    why: 'The log of what happened is never changed. It refers to people by number, not by name. Reasons and names of campaigns in it stay as they were written.',
  },
}

export const personalData = [activity]

/** The person has read these notes: they are the reasons in messages to them. */
function isToldToPerson(kind: EventKind): boolean {
  return toldKinds.includes(kind)
}

const toldKinds: readonly EventKind[] = [
  ...(['rejected', 'name_rejected', 'suspended', 'suspension_changed', 'warned'] as const),
  ...(['flagged', 'flag_appealed', 'flag_kept', 'unflagged'] as const),
]

function nameOf(actorId: UserId | null, audited: boolean, userId: UserId): string {
  if (actorId === null) return 'the clock'
  if (actorId === userId) return 'you'
  return audited ? 'an admin' : 'the other side'
}

function selectEvents({ db, userId }: Owner, after: number) {
  return db.orm
    .select({
      key: events.id,
      subject: events.subject,
      subjectId: events.subjectId,
      kind: events.kind,
      from: events.fromState,
      to: events.toState,
      note: events.note,
      audited: events.audited,
      actorId: events.actorId,
      campaignId: events.campaignId,
      at: events.at,
    })
    .from(events)
    .where(and(sql`${events.id} in (${idsOf(userId)})`, gt(events.id, after)))
    .orderBy(asc(events.id))
    .limit(PAGE)
}

// One branch for each index.
function idsOf(userId: UserId) {
  return sql`select id from ${events} where subject = 'user' and subject_id = ${userId}
    union select id from ${events} where sponsor_id = ${userId}
    union select id from ${events} where influencer_id = ${userId}
    union select id from ${events} where subject = 'campaign'
      and subject_id in (select id from ${campaigns} where sponsor_id = ${userId})`
}
