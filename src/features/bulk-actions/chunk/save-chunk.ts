import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { expectOneRow, expectThat, mutation, returnedId, write } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { users } from '../../accounts/schema.ts'
import type { BulkKind, Item, NextItems } from '../bulk-kind.ts'
import { newestId, storeAction } from '../commands.ts'
import { type BulkAction, bulkActionRows, bulkActions } from '../schema.ts'

/**
 * `lost`: somebody else has carried out this chunk, or stopped the action. `not_admin`: its admin may no longer act.
 * `conflict`: a row has changed since it was read.
 */
export type ChunkRefusal = 'lost' | 'not_admin' | 'conflict'

export interface Chunk extends Pick<NextItems, 'change'> {
  readonly items: readonly Item[]
  /** Why its only item cannot be changed, if that was tried before. */
  readonly error?: string
  /** Whether no rows come after it. */
  readonly isLast: boolean
  /** Whether the action has yet to be stored. */
  readonly isStart: boolean
}

/**
 * Changes the rows of a chunk, records the others, and moves the action on, all in one batch that expects the action as
 * it was. So a chunk that is carried out twice, or by two Workers at once, has its effects once. Returns the action as
 * it is now.
 */
export async function saveChunk(
  db: Database,
  kind: BulkKind,
  action: BulkAction,
  { items, change, error, isLast, isStart }: Chunk,
  context: ActionContext,
): Promise<Result<BulkAction, ChunkRefusal>> {
  const changed = error === undefined ? items.filter(({ refusal }) => refusal === null) : []
  const left = items.filter((item) => !changed.includes(item))
  const outcome = error === undefined ? 'skipped' : 'failed'
  const next: BulkAction = {
    ...action,
    position: items.at(-1)?.position ?? action.position,
    changed: action.changed + changed.length,
    [outcome]: action[outcome] + left.length,
    error: action.error ?? error ?? null,
    version: action.version + 1,
    movedAt: context.now,
    ...(isLast && { state: 'done', endedAt: context.now }),
  }
  const { position, skipped, failed, version, movedAt, state, endedAt } = next
  const isAdmin = sql`exists (select 1 from ${users}
    where id = ${context.actor} and role = 'admin' and status = 'active')`
  const id = isStart ? newestId : action.id
  const saved = await write<ChunkRefusal>(
    db,
    [
      ...(isStart ? storeAction(action, context) : []),
      mutation
        .update(bulkActions)
        .set({
          position,
          changed: next.changed,
          skipped,
          failed,
          error: next.error,
          version,
          movedAt,
          state,
          endedAt,
        })
        .where(
          and(
            eq(bulkActions.id, id),
            eq(bulkActions.version, action.version),
            eqLiteral(bulkActions.state, 'running'),
          ),
        ),
      expectOneRow('lost'),
      expectThat('not_admin', isAdmin),
      ...(changed.length > 0 ? change(changed, context) : []),
      ...(left.length > 0
        ? [
            mutation
              .insert(bulkActionRows)
              .values(left.map((item) => ({ actionId: id, ...rowOf(item, error) }))),
          ]
        : []),
    ],
    { invalidates: changed.length > 0 ? kind.invalidates : [] },
  )
  if (!saved.ok) return saved
  return ok(isStart ? { ...next, id: returnedId(saved.value[0]) } : next)
}

function rowOf({ id: rowId, name, refusal }: Item, error: string | undefined) {
  return {
    rowId,
    name,
    outcome: error === undefined ? 'skipped' : 'failed',
    reason: error ?? refusal ?? '',
  } as const
}
