import { choiceFilter, dayFilter, idFilter, textFilter } from '../../../platform/list/filter.ts'
import { defineSearch, type SearchOf } from '../../../platform/list/search.ts'
import type { UserId } from '../../../shared/ids.ts'
import { type EventSubject, eventKinds } from '../../activity/event-kinds.ts'
import type { AuditTerms } from './audit-index.ts'
import { subjectLabels } from './subject-labels.ts'

/** "Account: Suspended", by `user__suspended`. */
const kindLabels = Object.fromEntries(
  Object.entries(eventKinds).flatMap(([subject, kinds]) =>
    Object.entries(kinds).map(([kind, label]) => [
      `${subject}__${kind}`,
      `${subjectLabels[subject as EventSubject]}: ${label}`,
    ]),
  ),
)

/** What the audit log can be searched by. `audit-index.ts` makes it fast. Days are in UTC. */
export const auditSearch = defineSearch({
  filters: {
    subject: choiceFilter('About', subjectLabels),
    subjectId: idFilter('No.'),
    kind: choiceFilter('What', kindLabels),
    actorId: idFilter<UserId>('By admin no.'),
    from: dayFilter('From (UTC)'),
    until: dayFilter('Until (UTC)'),
    // The links of the list set it.
    requestId: { ...textFilter('Request'), control: { kind: 'none' } },
  },
  sorts: { newest: 'newest first', oldest: 'oldest first' },
})

export type AuditSearch = SearchOf<typeof auditSearch>

/** The terms for a search, without its words. Null if nothing can match. */
export function termsOf({ subject, subjectId, kind, actorId, requestId }: AuditSearch): AuditTerms | null {
  if (subject !== null && kind !== null && !kind.startsWith(`${subject}__`)) return null
  if (subjectId !== null && subject === null) return null
  const actor = actorId === null ? null : String(actorId)
  const request = requestId?.replaceAll('-', '') ?? null
  if (request !== null && !/^[\p{L}\p{N}_]+$/u.test(request)) return null
  const rare = { request, thing: subjectId === null ? null : `${subject}_${subjectId}` }
  return { ...nothing, ...rare, ...common(actor, kind, rare.thing === null ? subject : null) }
}

/** One term for all three, or the most specific ones. */
function common(actor: string | null, kind: string | null, subject: string | null): Partial<AuditTerms> {
  if (kind !== null) return actor === null ? { kind } : { actorKind: `${actor}_${kind}` }
  if (subject !== null) return actor === null ? { subject } : { actorSubject: `${actor}_${subject}` }
  return { actor }
}

const nothing: AuditTerms = {
  query: '',
  subject: null,
  kind: null,
  actor: null,
  actorSubject: null,
  actorKind: null,
  thing: null,
  request: null,
}
