import type { Database } from '../../platform/db/database.ts'
import { type Statement, write } from '../../platform/db/write.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { Result } from '../../shared/result.ts'
import { changeStatus, type SeenAccount } from '../accounts/commands.ts'
import { suspensionNotification } from '../accounts/notifications.ts'
import type { UserStatus } from '../accounts/schema.ts'
import { statusCaches } from '../accounts/suspension/end-suspension.ts'
import { describeEnd } from '../accounts/suspension/suspension.ts'
import { recordAdminAct } from '../activity/commands.ts'
import { type Suspension, suspendStatements, suspensionEndStatements } from '../flags/suspend.ts'

type Saved = Promise<Result<unknown, 'conflict'>>

/** Suspends an account; see `suspendStatements`. */
export function saveSuspension(
  db: Database,
  account: Parameters<typeof suspendStatements>[0],
  suspension: Suspension,
  context: ActionContext,
): Saved {
  return save(db, suspendStatements(account, suspension, context))
}

/** Gives a suspension another end or reason, and tells its owner. */
export function saveSuspensionChange(
  db: Database,
  { id, version, suspendedUntil }: SeenAccount & { readonly suspendedUntil: number | null },
  { reason, until }: Suspension,
  context: ActionContext,
): Saved {
  return save(db, [
    ...changeStatus(
      id,
      { status: 'suspended', version },
      { status: 'suspended', suspensionReason: reason, suspendedUntil: until },
      'conflict',
    ),
    recordAdminAct(
      {
        subject: 'user',
        subjectId: id,
        kind: 'suspension_changed',
        from: describeEnd(suspendedUntil),
        to: describeEnd(until),
        note: reason,
      },
      context,
    ),
    ...suspensionNotification(id, version, { reason, until, isNew: false }, context.now),
  ])
}

/** Gives the account the status that it had before, and notifies its owner. */
export function saveSuspensionEnd(
  db: Database,
  { id, version }: SeenAccount,
  status: Exclude<UserStatus, 'suspended'>,
  context: ActionContext,
): Saved {
  return save(db, suspensionEndStatements({ id, version }, status, context))
}

function save(db: Database, statements: readonly Statement<'conflict'>[]): Saved {
  return write(db, statements, statusCaches)
}
