import type { Env } from '../../env.ts'
import type { Database } from '../../platform/db/database.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import { CHUNK } from './bulk-action.ts'
import { runChunk } from './chunk/run-chunk.ts'
import { runChunks } from './chunk/run-chunks.ts'
import { type NewBulkAction, newAction, startBulkAction } from './commands.ts'
import { kindOf } from './kinds.ts'
import type { BulkAction } from './schema.ts'

/** Starts an action, and carries out at once what fits into a chunk. Returns the action as it is then. */
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
  const action = await startBulkAction(db, wanted, context)
  return wanted.total <= CHUNK ? (await runChunks(chunkContext, action, 1)).action : action
}
