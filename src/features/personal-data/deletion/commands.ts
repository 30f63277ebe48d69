import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { expectThat, mutation, write } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import type { UserId } from '../../../shared/ids.ts'
import { type Result, refuse } from '../../../shared/result.ts'
import { endDeleting, startDeleting } from '../../accounts/commands.ts'
import { expectPassword, type VerifiedPassword } from '../../accounts/passwords/verified-password.ts'
import { type UserStatus, users } from '../../accounts/schema.ts'
import { endAllSessions } from '../../accounts/sessions/commands.ts'
import { recordAdminAct, recordEvent } from '../../activity/commands.ts'
import type { EventKind } from '../../activity/event-kinds.ts'
import { type AccountDeletion, isRunning } from '../queries.ts'
import { accountDeletions } from '../schema.ts'
import { type DeletionRefusal, GRACE } from './deletion.ts'
import { requestedMail, stoppedMail } from './notifications.ts'

// Whether an account is active decides whether it and its campaigns appear in lists.
export const invalidates = ['influencers', 'campaigns', 'statistics'] as const

/** Somebody who deletes their account, or whose account an admin deletes for them. */
export interface DeletedPerson {
  readonly id: UserId
  readonly status: UserStatus
}

/**
 * Closes the account and has it deleted after 14 days. Refuses while an agreement of theirs has not ended, for the last
 * admin, and if the account has another status by now. `verified` is the owner's password, and null if an admin does it.
 */
export async function requestDeletion(
  db: Database,
  { id, status }: DeletedPerson,
  context: ActionContext,
  verified: VerifiedPassword | null,
): Promise<Result<unknown, DeletionRefusal>> {
  if (status === 'deleting' || status === 'deleted') return refuse('already')
  const { actor, now } = context
  const dueAt = now + GRACE
  const isLastAdmin = sql`(select role from ${users} where id = ${id}) = 'admin'
    and not exists (select 1 from ${users} where role = 'admin' and status = 'active' and id <> ${id})`
  return write(
    db,
    [
      ...(verified ? [expectPassword('password_changed', verified)] : []),
      expectThat('running', sql`not ${isRunning(id, now)}`),
      expectThat('last_admin', sql`not (${isLastAdmin})`),
      ...startDeleting(id, status, 'changed'),
      mutation
        .insert(accountDeletions)
        .values({ userId: id, requestedBy: actor, requestedAt: now, dueAt, statusBefore: status }),
      record('deletion_requested', { id, from: status, to: 'deleting' }, context),
      requestedMail(id, dueAt, { now, isByAdmin: actor !== id, isSuspended: status === 'suspended' }),
    ],
    { invalidates },
  )
}

/** Keeps the account after all: it is as it was before. Refuses if it is too late, or if that was done already. */
export function keepAccount(
  db: Database,
  { userId: id, statusBefore }: AccountDeletion,
  context: ActionContext,
): Promise<Result<unknown, 'too_late'>> {
  const { actor, now } = context
  return write(
    db,
    [
      ...endDeleting(id, statusBefore, 'too_late'),
      mutation.delete(accountDeletions).where(eq(accountDeletions.userId, id)),
      ...(statusBefore === 'suspended' ? [endAllSessions(id)] : []),
      record('deletion_stopped', { id, from: 'deleting', to: statusBefore }, context),
      stoppedMail(id, { now, isByAdmin: actor !== id }),
    ],
    { invalidates },
  )
}

interface Change {
  readonly id: UserId
  readonly from: UserStatus
  readonly to: UserStatus
}

/** Records it for the audit log too if it was an admin who did it for somebody else. */
function record(kind: EventKind<'user'>, { id, from, to }: Change, context: ActionContext) {
  const event = { subject: 'user', subjectId: id, kind, from, to } as const
  if (context.actor !== id) return recordAdminAct(event, context)
  return recordEvent({ ...event, actor: id, at: context.now })
}
