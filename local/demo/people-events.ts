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
  const user = { subject: 'user' as const, subject_id: id }
  rows.add(events, {
    ...user,
    kind: 'signed_up',
    actor_id: id,
    from_state: null,
    to_state: 'active',
    note: null,
    at: joinedAt,
  })
  if (standing !== 'suspended') return
  rows.add(events, {
    ...user,
    kind: 'suspended',
    actor_id: adminId,
    from_state: 'active',
    to_state: 'suspended',
    note: null,
    at: Math.max(joinedAt + HOUR, now - 9 * DAY),
  })
}

/** How a sponsor came in and what the admin said. */
export function tellOfSponsor(rows: Rows, { adminId }: World, { id, joinedAt, answer }: Sponsor): void {
  const user = { subject: 'user' as const, subject_id: id }
  rows.add(events, {
    ...user,
    kind: 'signed_up',
    actor_id: id,
    from_state: null,
    to_state: 'pending',
    note: null,
    at: joinedAt,
  })
  if (answer === null) return
  rows.add(events, {
    ...user,
    kind: answer.status === 'active' ? 'approved' : 'rejected',
    actor_id: adminId,
    from_state: 'pending',
    to_state: answer.status,
    note: answer.reason,
    at: answer.at,
  })
}
