import { ok, type Result, refuse } from '../../../shared/result.ts'
import type { Role, UserStatus } from '../../accounts/schema.ts'

export interface Account {
  readonly role: Role
  readonly status: UserStatus
}

/** What the account was before it was suspended, from its activity. Null if unknown. */
export interface Before {
  readonly status: string | null
  /** The reason for its last rejection, if any. */
  readonly rejectionReason: string | null
}

/** The status that an account has after its suspension. */
export interface EndedSuspension {
  readonly status: 'active' | 'pending' | 'rejected'
  readonly reason: string | null
}

export function canSuspend({ role, status }: Account): boolean {
  return role !== 'admin' && status !== 'suspended' && status !== 'deleting' && status !== 'deleted'
}

export function suspend(account: Account): Result<'suspended', 'admin' | 'already_suspended'> {
  if (account.role === 'admin') return refuse('admin')
  return canSuspend(account) ? ok('suspended') : refuse('already_suspended')
}

/** Restores the status from before the suspension, so that ending one never approves anyone. */
export function endSuspension(account: Account, before: Before): Result<EndedSuspension, 'not_suspended'> {
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
