import { sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { type Statement, write } from '../../platform/db/write.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { UserId } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { changeStatus } from '../accounts/commands.ts'
import { suspensionEndNotification, suspensionNotification } from '../accounts/notifications.ts'
import { type UserStatus, users } from '../accounts/schema.ts'
import { endAllSessions } from '../accounts/sessions.ts'
import { noSuspension, statusCaches } from '../accounts/suspension/end-suspension.ts'
import { recordAdminAct } from '../activity/commands.ts'
import { otherSideSuspendedNotification } from '../ad-requests/notifications.ts'
import { markAnswered } from '../sponsors/commands.ts'
import { answerNotification } from './notifications.ts'
import { type Answer, statusAfter } from './sponsors/answer.ts'

/** An account as the admin saw it. If it has changed since, the command refuses with `conflict`. */
interface SeenAccount {
  readonly id: UserId
  readonly status: UserStatus
  readonly version: number
}

type Saved = Promise<Result<unknown, 'conflict'>>

export function answerSponsor(
  db: Database,
  { id, version }: Omit<SeenAccount, 'status'>,
  answer: Answer,
  context: ActionContext,
): Saved {
  const status = statusAfter(answer)
  const statusReason = answer.kind === 'rejected' ? answer.reason : null
  return save(db, [
    ...changeStatus(
      id,
      { role: 'sponsor', status: 'pending', version },
      { status, statusReason },
      'conflict',
    ),
    markAnswered(id, context.now),
    recordAdminAct(
      {
        subject: 'user',
        subjectId: id,
        kind: answer.kind,
        from: 'pending',
        to: status,
        note: statusReason,
      },
      context,
    ),
    ...answerNotification(id, version, answer, context.now),
  ])
}

/** What an admin decides about a suspension. */
export interface Suspension {
  /** For the person. */
  readonly reason: string
  /** Milliseconds UTC. Null: no end. */
  readonly until: number | null
}

/** Suspends an account, ends all its sessions, and tells its owner and the other sides of its open requests. */
export function saveSuspension(
  db: Database,
  { id, status, version, name }: SeenAccount & { readonly name: string },
  { reason, until }: Suspension,
  context: ActionContext,
): Saved {
  const from = status === 'suspended' ? null : status
  return save(db, [
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
  ])
}

/** Gives a suspension another end or reason, and tells its owner. */
export function saveSuspensionChange(
  db: Database,
  { id, version, suspendedUntil }: Omit<SeenAccount, 'status'> & { readonly suspendedUntil: number | null },
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
  { id, version }: Omit<SeenAccount, 'status'>,
  status: Exclude<UserStatus, 'suspended'>,
  context: ActionContext,
): Saved {
  const from = 'suspended'
  return save(db, [
    ...changeStatus(id, { status: from, version }, { status, ...noSuspension }, 'conflict'),
    recordAdminAct({ subject: 'user', subjectId: id, kind: 'suspension_ended', from, to: status }, context),
    ...suspensionEndNotification(sql`from ${users} where id = ${id}`, version, context.now),
  ])
}

/** For the audit log: "suspended until 2026-12-04T10:00:00.000Z". */
function describeEnd(until: number | null): string {
  return until === null ? 'suspended' : `suspended until ${new Date(until).toISOString()}`
}

function save(db: Database, statements: readonly Statement<'conflict'>[]): Saved {
  return write(db, statements, statusCaches)
}
