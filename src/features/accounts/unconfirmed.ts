import { DAY } from '../../shared/time.ts'
import type { Role, UserStatus } from './schema.ts'

/** An account whose e-mail address was never confirmed is removed after this long without a visit. */
export const UNVISITED_DAYS = 30

/** How long an account is left alone that is kept although nobody visits it. */
const CHECK_AGAIN = 7 * DAY

/**
 * Why the account is kept. `agreement`: they have made one, even if it has ended. `open_request`: an offer waits for an
 * answer. `message`: they have written to somebody. `moderation`: it is flagged, or a report about it is open.
 * `open_link`: we have just e-mailed them a link.
 */
export type Need = 'agreement' | 'open_request' | 'message' | 'moderation' | 'open_link'

/** An account with an address that is not confirmed. Times are in milliseconds UTC. */
export interface UnconfirmedAccount {
  readonly role: Role
  readonly status: UserStatus
  readonly createdAt: number
  /** Null if they have never signed in. */
  readonly lastSeenAt: number | null
  /** Null if nobody needs it. */
  readonly neededFor: Need | null
}

export type Decision = { readonly kind: 'remove' } | { readonly kind: 'keep'; readonly checkAt: number }

/**
 * Whether the account is removed now, or when to look at it again. Nobody can prove that it is theirs, and it holds a
 * username that somebody else may want. What admins have decided about an account stays, so a suspended one stays.
 */
export function decide(
  { role, status, createdAt, lastSeenAt, neededFor }: UnconfirmedAccount,
  now: number,
): Decision {
  const dueAt = (lastSeenAt ?? createdAt) + UNVISITED_DAYS * DAY
  if (now < dueAt) return { kind: 'keep', checkAt: dueAt }
  const mayGo = role !== 'admin' && removable.has(status) && neededFor === null
  return mayGo ? { kind: 'remove' } : { kind: 'keep', checkAt: now + CHECK_AGAIN }
}

const removable: ReadonlySet<UserStatus> = new Set(['pending', 'active', 'rejected'])
