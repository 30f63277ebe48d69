import { type SQL, sql } from 'drizzle-orm'
import { insertEach } from '../../platform/db/insert-each.ts'
import { searchText } from '../../platform/db/searched-text.ts'
import { mutation } from '../../platform/db/write.ts'
import type { CampaignId, UserId } from '../../shared/ids.ts'
import type { EventKind, EventSubject } from './event-kinds.ts'
import { events } from './schema.ts'

/** An event; its kind must fit its subject. */
export type NewEvent = { [Subject in EventSubject]: EventOf<Subject> }[EventSubject]

export type EventOf<Subject extends EventSubject> = AnyEvent<Subject> &
  (Subject extends 'ad_request' ? { readonly parties: Parties } : { readonly parties?: never })

/** The campaign of an ad request and its two sides. */
interface Parties {
  readonly campaignId: CampaignId | SQL
  readonly sponsorId: UserId | SQL
  readonly influencerId: UserId | SQL
}

/** The parties of a request, for events that are recorded for each row of `ad_requests`. */
export const partiesOfRow: Parties = {
  campaignId: sql`campaign_id`,
  sponsorId: sql`sponsor_id`,
  influencerId: sql`influencer_id`,
}

interface AnyEvent<Subject extends EventSubject> {
  readonly subject: Subject
  /** The id, or a subquery that finds it in the same batch. */
  readonly subjectId: number | SQL
  readonly kind: EventKind<Subject>
  /** Null if no person did it, such as an expiry. */
  readonly actor: UserId | SQL | null
  readonly from?: string | SQL | null
  readonly to?: string | null
  readonly note?: string | null
  readonly at: number | SQL
  /** Whether it belongs to the audit log. Use `recordAdminAct` for what admins do. */
  readonly audited?: boolean
  readonly requestId?: string | null
}

/** The statement that records an event, for the batch that makes the change. */
export function recordEvent(event: NewEvent) {
  return mutation.insert(events).values(toRow(event))
}

/** Records the event for each row of a `from … where …`. Its SQL values can use the columns of that row. */
export function recordEventForEach(event: NewEvent, from: SQL): SQL {
  return insertEach(events, toRow(event), from)
}

/** An event for the audit log. */
export type AuditedEvent = {
  [Subject in EventSubject]: Omit<EventOf<Subject>, 'actor' | 'at' | 'audited' | 'requestId'>
}[EventSubject]

/** Who did it. `actor` and `requestId` are null if the clock carries out what an admin had decided. */
interface By {
  readonly actor: UserId | null
  readonly now: number
  readonly requestId: string | null
}

/** Records what an admin does. Every admin command has this in its batch. */
export function recordAdminAct(event: AuditedEvent, by: By) {
  return recordEvent(auditedEvent(event, by))
}

/** Records an admin's act for each row of a `from … where …`. */
export function recordAdminActForEach(event: AuditedEvent, by: By, from: SQL): SQL {
  return recordEventForEach(auditedEvent(event, by), from)
}

function auditedEvent(event: AuditedEvent, { actor, now, requestId }: By): NewEvent {
  return { ...event, actor, at: now, audited: true, requestId }
}

function toRow({
  subject,
  subjectId,
  kind,
  actor,
  from = null,
  to = null,
  note = null,
  at,
  parties,
  audited,
  requestId,
}: NewEvent) {
  return {
    subject,
    subjectId,
    kind,
    actorId: actor,
    fromState: from,
    toState: to,
    note,
    searchNote: note === null ? null : searchText(note),
    at,
    audited,
    requestId,
    ...parties,
  }
}
