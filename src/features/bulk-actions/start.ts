import type { Env } from '../../env.ts'
import type { Database } from '../../platform/db/database.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import { CHUNK } from './bulk-action.ts'
import { runChunk } from './chunk/run-chunk.ts'
import { runChunks } from './chunk/run-chunks.ts'
import { type NewBulkAction, newAction, startBulkAction } from './commands.ts'
import { kindOf } from './kinds.ts'
import { findBulkAction, findByForm } from './queries.ts'
import type { BulkAction } from './schema.ts'

/**
 * Starts an action. One that fits into a chunk is carried out at once. A form that is submitted again leads to the action
 * that it has started. Returns the action as it is then.
 */
export async function start(
  db: Database,
  env: Pick<Env, 'CURRENCY'>,
  wanted: NewBulkAction,
  context: ActionContext,
): Promise<BulkAction> {
  const chunkContext = { db, now: context.now, currency: env.CURRENCY }
  if (wanted.total <= CHUNK) {
    const done = await runChunk(chunkContext, kindOf(wanted), newAction(wanted, context), 'start')
    if (done.ok) return done.value
  }
  const started = await startBulkAction(db, wanted, context)
  const action = started.ok
    ? await findBulkAction(db, started.value)
    : await findByForm(db, context.actor, wanted.formKey)
  if (!action) throw new Error('A bulk action was neither started nor found.')
  return started.ok && wanted.total <= CHUNK ? (await runChunks(chunkContext, action, 1)).action : action
}
