import { sql } from 'drizzle-orm'
import { descending, type SearchIndex } from '../../../platform/search/search-index.ts'
import { events } from '../../activity/schema.ts'

/**
 * Which terms of the index a search needs. Two filters that are common each have a term together, because finding
 * what both have in common would read all of both.
 */
export interface AuditTerms {
  readonly query: string
  readonly subject: string | null
  readonly kind: string | null
  readonly actor: string | null
  readonly actorSubject: string | null
  readonly actorKind: string | null
  /** One thing. */
  readonly thing: string | null
  readonly request: string | null
}

const kind = sql`${events.subject} || '__' || ${events.kind}`

/** The audit log: what admins did. Only whole seconds fit into a sort key. */
export const auditIndex: SearchIndex<AuditTerms, 'newest'> = {
  name: 'audit_event',
  id: events.id,
  from: sql`${events}`,
  visible: sql`${events.audited}`,
  names: [],
  prose: [{ value: events.note }],
  minPrefix: 1,
  filters: {
    subject: { kind: 'value', value: events.subject },
    kind: { kind: 'value', value: kind },
    actor: { kind: 'value', value: events.actorId },
    actorSubject: { kind: 'value', value: sql`${events.actorId} || '_' || ${events.subject}` },
    actorKind: { kind: 'value', value: sql`${events.actorId} || '_' || ${kind}` },
    thing: { kind: 'value', value: sql`${events.subject} || '_' || ${events.subjectId}` },
    request: { kind: 'value', value: sql`replace(${events.requestId}, '-', '')` },
  },
  sorts: { newest: descending(sql`${events.at} / 1000`) },
  relevance: null,
  parts: [],
}
