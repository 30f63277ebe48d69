import { stopWithoutAdmin } from '../commands.ts'
import { kindOf } from '../kinds.ts'
import { findBulkAction } from '../queries.ts'
import type { BulkAction } from '../schema.ts'
import { type ChunkContext, runChunk } from './run-chunk.ts'

/** A chunk whose rows keep changing while it is carried out is tried so many times. */
const MAX_CONFLICTS = 5

/**
 * Carries out up to `max` chunks of an action, until it is done or stopped. Returns it as it is then. If somebody else
 * carries it out at the same time, they go on with it and this ends. Throws if the database is down, or if other admins
 * keep changing the same rows.
 */
export async function runChunks(
  context: ChunkContext,
  action: BulkAction,
  max: number,
): Promise<{ readonly action: BulkAction; readonly isOurs: boolean }> {
  let current = action
  let conflicts = 0
  for (let chunk = 0; chunk < max && current.state === 'running'; chunk += 1) {
    const result = await runChunk(context, kindOf(current), current)
    if (result.ok) {
      current = result.value
      conflicts = 0
      continue
    }
    const stored = await findBulkAction(context.db, action.id)
    if (!stored) throw new Error(`Bulk action ${action.id} is gone.`)
    if (result.refusal === 'lost') return { action: stored, isOurs: false }
    if (result.refusal === 'not_admin') {
      await stopWithoutAdmin(context.db, action)
      return { action: { ...stored, state: 'stopped' }, isOurs: true }
    }
    conflicts += 1
    if (conflicts > MAX_CONFLICTS) throw new Error('Its rows keep changing.')
    current = stored
    chunk -= 1
  }
  return { action: current, isOurs: true }
}
