import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { mutation, write } from '../../../platform/db/write.ts'
import { outbox } from '../schema.ts'

/**
 * Makes a failed or dead message due at once, with all its attempts before it. It keeps its key, so a provider that got
 * it less than a day ago does not send it twice. Returns whether there was such a message.
 */
export async function retry(db: Database, id: number, now: number): Promise<boolean> {
  const written = await write(db, [
    mutation
      .update(outbox)
      .set({ state: 'pending', attempts: 0, dueAt: now })
      .where(and(eq(outbox.id, id), inArray(outbox.state, ['failed', 'dead']))),
  ])
  return written.ok && written.value[0]?.rowsAffected === 1
}
