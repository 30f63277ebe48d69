import { ok, type Result, refuse } from '../../../shared/result.ts'
import { DAY, endOfDay } from '../../../shared/time.ts'
import type { Role, UserStatus, users } from '../schema.ts'

export interface Account {
  readonly role: Role
  readonly status: UserStatus
  /** The status before the suspension. */
  readonly suspendedFrom: (typeof users.$inferSelect)['suspendedFrom']
  /** Milliseconds UTC. Null: no end, or not suspended. */
  readonly suspendedUntil: number | null
}

/** How long an admin can suspend somebody. */
export const suspensionLengths = {
  day: '1 day',
  week: '7 days',
  month: '30 days',
  date: 'Until the end of a day',
  none: 'No end',
} as const

export type SuspensionLength = keyof typeof suspensionLengths

/**
 * When a suspension that begins or changes now ends: milliseconds UTC, or null for no end. `day` is the last day of
 * the length `date`, in the admin's time zone.
 */
export function endOfSuspension(
  length: SuspensionLength,
  day: string | undefined,
  now: number,
  timeZone: string,
): Result<number | null, 'no_day' | 'past_day'> {
  switch (length) {
    case 'day':
      return ok(now + DAY)
    case 'week':
      return ok(now + 7 * DAY)
    case 'month':
      return ok(now + 30 * DAY)
    case 'none':
      return ok(null)
    case 'date': {
      if (day === undefined) return refuse('no_day')
      const end = endOfDay(day, timeZone)
      return end > now ? ok(end) : refuse('past_day')
    }
  }
}

export function canSuspend(account: Pick<Account, 'role' | 'status'>): boolean {
  return suspend(account).ok
}

export type SuspensionRefusal = 'admin' | 'already_suspended' | 'deleting' | 'deleted'

/** Nobody can use an account that is being deleted, so there is nothing to suspend. */
export function suspend({
  role,
  status,
}: Pick<Account, 'role' | 'status'>): Result<'suspended', SuspensionRefusal> {
  if (role === 'admin') return refuse('admin')
  if (status === 'deleting' || status === 'deleted') return refuse(status)
  return status === 'suspended' ? refuse('already_suspended') : ok('suspended')
}

/** Why an account cannot be suspended, for admins. */
export function explainSuspensionRefusal(refusal: SuspensionRefusal): string {
  switch (refusal) {
    case 'admin':
      return 'Admins cannot be suspended here.'
    case 'already_suspended':
      return 'This account is suspended already.'
    case 'deleting':
      return 'This account is closed and going to be deleted, so it cannot be suspended. To suspend it instead, stop its deletion first.'
    case 'deleted':
      return 'This account has been deleted.'
  }
}

/** Whether the clock has ended a suspension. The sweep, or a sign-in, then gives the account its status back. */
export function isSuspensionOver({ status, suspendedUntil }: Account, now: number): boolean {
  return status === 'suspended' && suspendedUntil !== null && suspendedUntil <= now
}

/** The status after a suspension is the one before it, so that ending one never approves anyone. */
export function endSuspension(account: Account): Result<Exclude<UserStatus, 'suspended'>, 'not_suspended'> {
  if (account.status !== 'suspended') return refuse('not_suspended')
  return ok(account.suspendedFrom ?? (account.role === 'sponsor' ? 'pending' : 'active'))
}

/** For the audit log: "suspended until 2026-12-01 00:00 UTC". `until` is milliseconds UTC, or null for no end. */
export function describeEnd(until: number | null): string {
  if (until === null) return 'suspended'
  const [day, time = ''] = new Date(until).toISOString().split('T')
  return `suspended until ${day} ${time.slice(0, 5)} UTC`
}
