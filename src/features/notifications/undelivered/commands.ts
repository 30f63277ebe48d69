import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { mutation, write } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import { recordAdminActForEach } from '../../activity/commands.ts'
import { outbox } from '../schema.ts'

/**
 * Makes a failed or dead message due at once, with all its attempts before it. It keeps its key, so a provider that got
 * it less than a day ago does not send it twice. Returns whether there was such a message.
 */
export async function retry(db: Database, id: number, context: ActionContext): Promise<boolean> {
  const isUndelivered = and(eq(outbox.id, id), inArray(outbox.state, ['failed', 'dead']))
  const written = await write(db, [
    recordAdminActForEach(
      { subject: 'outbox', subjectId: id, kind: 'retried', from: sql`state`, to: 'pending' },
      context,
      sql`from ${outbox} where ${isUndelivered}`,
    ),
    mutation.update(outbox).set({ state: 'pending', attempts: 0, dueAt: context.now }).where(isUndelivered),
  ])
  return written.ok && written.value[1]?.rowsAffected === 1
}
