import { sql } from 'drizzle-orm'
import type { Statement } from '../../platform/db/write.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import { changeStatus, type SeenAccount } from '../accounts/commands.ts'
import { suspensionEndNotification, suspensionNotification } from '../accounts/notifications.ts'
import { type UserStatus, users } from '../accounts/schema.ts'
import { endAllSessions } from '../accounts/sessions/commands.ts'
import { noSuspension } from '../accounts/suspension/end-suspension.ts'
import { describeEnd } from '../accounts/suspension/suspension.ts'
import { recordAdminAct } from '../activity/commands.ts'
import { otherSideSuspendedNotification } from '../ad-requests/notifications.ts'

/** What an admin decides about a suspension. */
export interface Suspension {
  /** For the person. */
  readonly reason: string
  /** Milliseconds UTC. Null: no end. */
  readonly until: number | null
}

/** The account as the admin saw it. */
interface Suspendable extends SeenAccount {
  readonly name: string
  readonly status: UserStatus
}

/**
 * Suspends an account, ends all its sessions, and tells its owner and the other sides of its open requests, for the
 * batch of a command. `conflict`: the account has changed since.
 */
export function suspendStatements(
  { id, status, version, name }: Suspendable,
  { reason, until }: Suspension,
  context: ActionContext,
): Statement<'conflict'>[] {
  const from = status === 'suspended' || status === 'deleting' || status === 'deleted' ? null : status
  return [
    ...changeStatus(
      id,
      { status, version },
      { status: 'suspended', suspendedFrom: from, suspensionReason: reason, suspendedUntil: until },
      'conflict',
    ),
    endAllSessions(id),
    recordAdminAct(
      {
        subject: 'user',
        subjectId: id,
        kind: 'suspended',
        from,
        to: describeEnd(until),
        note: reason,
      },
      context,
    ),
    ...suspensionNotification(id, version, { reason, until, isNew: true }, context.now),
    ...otherSideSuspendedNotification({ id, name }, version, context.now),
  ]
}

/** Gives an account the status that it had before, and tells its owner, for the batch of a command. */
export function suspensionEndStatements(
  { id, version }: Pick<SeenAccount, 'id' | 'version'>,
  status: Exclude<UserStatus, 'suspended'>,
  context: ActionContext,
): Statement<'conflict'>[] {
  const from = 'suspended'
  return [
    ...changeStatus(id, { status: from, version }, { status, ...noSuspension }, 'conflict'),
    recordAdminAct({ subject: 'user', subjectId: id, kind: 'suspension_ended', from, to: status }, context),
    ...suspensionEndNotification(sql`from ${users} where id = ${id}`, version, context.now),
  ]
}
