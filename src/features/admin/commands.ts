import type { Database } from '../../platform/db/database.ts'
import { type Statement, write } from '../../platform/db/write.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { changeStatus } from '../accounts/commands.ts'
import type { UserStatus } from '../accounts/schema.ts'
import { endAllSessions } from '../accounts/sessions.ts'
import { recordAdminAct } from '../activity/commands.ts'
import { markUnanswered } from '../sponsors/commands.ts'
import { suspensionEndNotification } from './notifications.ts'
import type { EndedSuspension } from './users/suspension.ts'

/** An account as the admin saw it. If it has changed since, the command refuses with `conflict`. */
interface SeenAccount {
  readonly id: UserId
  readonly status: UserStatus
  readonly version: number
}

type Saved = Promise<Result<unknown, 'conflict'>>

/** Also ends all sessions of the account. */
export function saveSuspension(
  db: Database,
  { id, status, version }: SeenAccount,
  reason: string,
  context: ActionContext,
): Saved {
  const to = 'suspended'
  return save(db, [
    ...changeStatus(id, { status, version }, { status: to, statusReason: reason }, 'conflict'),
    endAllSessions(id),
    recordAdminAct(
      {
        subject: 'user',
        subjectId: id,
        kind: 'suspended',
        from: status,
        to,
        note: reason,
      },
      context,
    ),
  ])
}

/** Gives the account the status that it had before, and notifies its owner. */
export function saveSuspensionEnd(
  db: Database,
  { id, version }: Omit<SeenAccount, 'status'>,
  { status, reason }: EndedSuspension,
  context: ActionContext,
): Saved {
  const from = 'suspended'
  return save(db, [
    ...changeStatus(id, { status: from, version }, { status, statusReason: reason }, 'conflict'),
    ...(status === 'pending' ? [markUnanswered(id)] : []),
    recordAdminAct(
      {
        subject: 'user',
        subjectId: id,
        kind: 'suspension_ended',
        from,
        to: status,
      },
      context,
    ),
    ...suspensionEndNotification(id, version, context.now),
  ])
}

// A status decides whether an account and its campaigns appear in lists.
function save(db: Database, statements: readonly Statement<'conflict'>[]): Saved {
  return write(db, statements, { invalidates: ['influencers', 'campaigns', 'statistics'] })
}
