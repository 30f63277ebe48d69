import type { Database } from '../../../platform/db/database.ts'
import { isDatabaseDown, isolate } from '../../../platform/queue/isolate.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { CHUNK } from '../bulk-action.ts'
import type { BulkKind, Item } from '../bulk-kind.ts'
import type { BulkAction } from '../schema.ts'
import { type ChunkRefusal, saveChunk } from './save-chunk.ts'

/** Where an action is carried out. */
export interface ChunkContext {
  readonly db: Database
  /** Milliseconds UTC. */
  readonly now: number
  readonly currency: string
  /** Who carries it out by hand, and in which request. By default it happens in the name of the action's admin. */
  readonly by?: { readonly actor: UserId; readonly requestId: string }
}

/**
 * Carries out the next chunk of an action. A row that cannot be changed does not stop the others: the chunk is then
 * carried out in parts. With `start`, the action is stored
 * together with its first part. Returns the action as it is now, or the first refusal. Parts that came before stay.
 */
export async function runChunk(
  { db, now, currency, by }: ChunkContext,
  kind: BulkKind,
  action: BulkAction,
  start?: 'start',
): Promise<Result<BulkAction, ChunkRefusal>> {
  const { items, change } = await kind.next(db, action, action.position, CHUNK)
  const own = { actor: action.actorId, requestId: action.requestId }
  const context = { ...(by ?? own), now, currency }
  const lastItem = items.at(-1)
  let result: Result<BulkAction, ChunkRefusal> = ok(action)

  const save = async (some: readonly Item[], error?: string) => {
    if (!result.ok) return
    const isLast = items.length < CHUNK && some.at(-1) === lastItem
    const isStart = start !== undefined && result.value === action
    const chunk = { items: some, change, isLast, isStart, ...(error !== undefined && { error }) }
    result = await saveChunk(db, kind, result.value, chunk, context)
  }
  if (items.length === 0) await save([])
  await isolate(items, async (some) => {
    try {
      await save(some)
    } catch (error) {
      if (some.length > 1 || isDatabaseDown(error)) throw error
      await save(some, String(error))
    }
  })
  return result
}
