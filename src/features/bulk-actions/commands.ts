import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import { expectOneRow, mutation, returnedId, type Statement, write } from '../../platform/db/write.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { BulkActionId } from '../../shared/ids.ts'
import { okValue, type Result } from '../../shared/result.ts'
import { recordAdminAct } from '../activity/commands.ts'
import { type BulkAction, bulkActions } from './schema.ts'

export type NewBulkAction = Pick<BulkAction, 'kind' | 'scope' | 'seenAt' | 'fields' | 'total'>

/** An action that has not been stored yet. */
export function newAction(wanted: NewBulkAction, { actor, now, requestId }: ActionContext): BulkAction {
  return {
    ...wanted,
    id: 0 as BulkActionId,
    startedBy: actor,
    actorId: actor,
    requestId,
    state: 'running',
    stopReason: null,
    position: null,
    changed: 0,
    skipped: 0,
    failed: 0,
    error: null,
    version: 1,
    startedAt: now,
    movedAt: now,
    endedAt: null,
  }
}

/** The statements that store a new action. */
export function storeAction({ id, ...row }: BulkAction, context: ActionContext): Statement[] {
  return [
    mutation.insert(bulkActions).values(row).returning({ id: bulkActions.id }),
    recordAct(newestId, 'started', row.kind, context),
  ]
}

/** The id of an action that the same batch has stored. */
export const newestId = sql<BulkActionId>`(select max(id) from ${bulkActions})`

/** Starts an action without carrying out anything yet. */
export async function startBulkAction(
  db: Database,
  wanted: NewBulkAction,
  context: ActionContext,
): Promise<BulkAction> {
  const action = newAction(wanted, context)
  const saved = await write(db, storeAction(action, context))
  return { ...action, id: returnedId(okValue(saved)[0]) }
}

/** No further chunk is carried out, and one that is being carried out is undone. Refuses if it is not running. */
export function stopBulkAction(
  db: Database,
  { id, kind }: Pick<BulkAction, 'id' | 'kind'>,
  reason: string,
  context: ActionContext,
): Promise<Result<unknown, 'not_running'>> {
  return write(db, [
    ...moveTo(id, 'running', { state: 'stopped', stopReason: reason }, 'not_running'),
    recordAct(id, 'stopped', kind, context),
  ])
}

/** Stops an action whose admin may no longer act. Nobody did it, so nobody is named. */
export async function stopWithoutAdmin(db: Database, { id }: Pick<BulkAction, 'id'>): Promise<void> {
  const reason = 'The admin whose action this is can no longer act.'
  await write(db, moveTo(id, 'running', { state: 'stopped', stopReason: reason }, 'not_running'))
}

/** Goes on where it was stopped, in the name of whoever resumes it. Refuses if it is not stopped. */
export function resumeBulkAction(
  db: Database,
  { id, kind }: Pick<BulkAction, 'id' | 'kind'>,
  context: ActionContext,
): Promise<Result<unknown, 'not_stopped'>> {
  const { actor: actorId, requestId, now: movedAt } = context
  return write(db, [
    ...moveTo(
      id,
      'stopped',
      { state: 'running', stopReason: null, actorId, requestId, movedAt },
      'not_stopped',
    ),
    recordAct(id, 'resumed', kind, context),
  ])
}

function moveTo<Refusal extends string>(
  id: BulkActionId,
  from: BulkAction['state'],
  to: Partial<BulkAction>,
  refusal: Refusal,
): Statement<Refusal>[] {
  return [
    mutation
      .update(bulkActions)
      .set({ ...to, version: sql`version + 1` })
      .where(and(eq(bulkActions.id, id), eqLiteral(bulkActions.state, from))),
    expectOneRow(refusal),
  ]
}

function recordAct(
  subjectId: Parameters<typeof recordAdminAct>[0]['subjectId'],
  kind: 'started' | 'stopped' | 'resumed',
  note: string,
  context: ActionContext,
) {
  return recordAdminAct({ subject: 'bulk_action', subjectId, kind, note }, context)
}
