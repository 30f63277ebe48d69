import { ok, type Result, refuse } from '../../../shared/result.ts'
import type { Role, UserStatus } from '../../accounts/schema.ts'

/** A person's account as a suspension needs it. */
export interface Account {
  readonly role: Role
  readonly status: UserStatus
}

/** What the account was before it was suspended, from its history; null where that says nothing. */
export interface Before {
  readonly status: string | null
  /** The reason of its last rejection, if there was one. */
  readonly rejectionReason: string | null
}

/** Nobody locks out an admin from a page, and nobody is suspended twice. */
export function canSuspend({ role, status }: Account): boolean {
  return role !== 'admin' && status !== 'suspended'
}

/** Refuses for an admin and for an account that is suspended already. */
export function suspend(account: Account): Result<'suspended', 'admin' | 'suspended_already'> {
  if (account.role === 'admin') return refuse('admin')
  return canSuspend(account) ? ok('suspended') : refuse('suspended_already')
}

/**
 * The state after a suspension: the one before it. A sponsor that waited waits again, and a rejected one reads
 * its reason again: a suspension never approves anybody. Refuses for an account that is not suspended.
 */
export function endSuspension(
  account: Account,
  before: Before,
): Result<{ status: 'active' | 'pending' | 'rejected'; reason: string | null }, 'not_suspended'> {
  if (account.status !== 'suspended') return refuse('not_suspended')
  switch (before.status) {
    case 'rejected':
      return ok({ status: 'rejected', reason: before.rejectionReason })
    case 'active':
      return ok({ status: 'active', reason: null })
    default:
      return ok({ status: account.role === 'sponsor' ? 'pending' : 'active', reason: null })
  }
}
