import { events } from '../../src/features/activity/schema.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import type { Influencer } from './influencers.ts'
import type { Rows } from './rows.ts'
import type { Sponsor } from './sponsors.ts'
import type { World } from './world.ts'

/** How an influencer came in, and that one was suspended. */
export function tellOfPerson(
  rows: Rows,
  { adminId, now }: World,
  { id, joinedAt, standing }: Influencer,
): void {
  const user = { subject: 'user' as const, subjectId: id }
  rows.add(events, {
    ...user,
    kind: 'signed_up',
    actorId: id,
    fromState: null,
    toState: 'active',
    note: null,
    at: joinedAt,
  })
  if (standing !== 'suspended') return
  rows.add(events, {
    ...user,
    kind: 'suspended',
    actorId: adminId,
    fromState: 'active',
    toState: 'suspended',
    note: null,
    at: Math.max(joinedAt + HOUR, now - 9 * DAY),
  })
}

/** How a sponsor came in and what the admin said. */
export function tellOfSponsor(rows: Rows, { adminId }: World, { id, joinedAt, answer }: Sponsor): void {
  const user = { subject: 'user' as const, subjectId: id }
  rows.add(events, {
    ...user,
    kind: 'signed_up',
    actorId: id,
    fromState: null,
    toState: 'pending',
    note: null,
    at: joinedAt,
  })
  if (answer === null) return
  rows.add(events, {
    ...user,
    kind: answer.status === 'active' ? 'approved' : 'rejected',
    actorId: adminId,
    fromState: 'pending',
    toState: answer.status,
    note: answer.reason,
    at: answer.at,
  })
}
