import type { UserId } from '../../src/shared/ids.ts'
import { HOUR } from '../../src/shared/time.ts'
import type { BulkInsert } from './bulk-insert.ts'
import { type Plan, sponsorJoinedAt } from './plan.ts'
import { Random } from './random.ts'
import { adjective, homeOf, noun, verb } from './text.ts'
import { addUser } from './users.ts'

/** How many admins there are. */
export const MODERATORS = 12

export function addModerator(rows: BulkInsert, plan: Plan, index: number): void {
  const random = new Random(plan.seed, 5, index)
  const { name, timeZone } = homeOf(random)
  const id = moderatorId(plan, index)
  const createdAt = sponsorJoinedAt(0, plan) - 1_000 * HOUR
  const account = { username: `moderator.${index + 1}`, role: 'admin', status: 'active' } as const
  addUser(rows, plan, { id, displayName: name, timeZone, createdAt, ...account }, random)
}

export function moderatorId({ first, counts }: Plan, index: number): UserId {
  return (first.user + counts.sponsors + counts.influencers + index) as UserId
}

/** What people write when they report, flag or decide something. */
export function notes(seed: number): string[] {
  return Array.from({ length: 1_000 }, (_, index) => {
    const random = new Random(seed, 6, index)
    return `They ${verb(random)} the ${adjective(random)} ${noun(random)} and ${verb(random)} a ${noun(random)}.`
  })
}
