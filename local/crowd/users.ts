import { users } from '../../src/features/accounts/schema.ts'
import type { UserId } from '../../src/shared/ids.ts'
import { type Category, categoryKeys } from '../../src/shared/taxonomy.ts'
import { DAY } from '../../src/shared/time.ts'
import type { BulkInsert } from './bulk-insert.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'

interface NewUser {
  readonly id: UserId
  readonly username: string
  readonly displayName: string
  readonly timeZone: string
  readonly createdAt: number
  readonly role: 'sponsor' | 'influencer' | 'admin'
  readonly status: 'active' | 'pending' | 'rejected' | 'suspended'
}

export function addUser(rows: BulkInsert, { now, passwordHash }: Plan, user: NewUser, random: Random): void {
  const isSuspended = user.status === 'suspended'
  const reason = 'The profile does not say who this is.'
  rows.add(users, {
    ...user,
    email: `${user.username}@mail.example`,
    passwordHash,
    statusReason: user.status === 'rejected' ? reason : null,
    suspendedFrom: isSuspended ? 'active' : null,
    suspensionReason: isSuspended ? reason : null,
    lastSeenAt: Math.max(user.createdAt, Math.floor(now - random.between(0, 20) * DAY)),
  })
}

/** The second Ana Silva gets ana.silva2. Like this, people share most words of their names, as in real life. */
export function usernameFor(name: string, { usernames }: Plan): string {
  const start = name
    .replace(/^\.|\.$/g, '')
    .slice(0, 22)
    .padEnd(3, 'x')
  const count = (usernames.get(start) ?? 0) + 1
  usernames.set(start, count)
  return count === 1 ? start : `${start}${count}`
}

export function categoryOf(index: number): Category {
  return categoryKeys[(index * 7) % categoryKeys.length] ?? 'outdoors'
}
