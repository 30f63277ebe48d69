import { and, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { expectThat, mutation, type Statement, write } from '../../../platform/db/write.ts'
import type { ActionContext } from '../../../shared/action-context.ts'
import { recordAdminActForEach } from '../../activity/commands.ts'
import { outbox } from '../schema.ts'

/**
 * Makes a failed or dead message due at once, with all its attempts before it. It keeps its key, so a provider that got
 * it less than a day ago does not send it twice. Returns whether there was such a message.
 */
export async function retry(db: Database, id: number, context: ActionContext): Promise<boolean> {
  return (await write(db, retryEach([id], context))).ok
}

/** Does so for several messages, all or none. `conflict`: one of them has been sent, or is being sent. */
export function retryEach(ids: readonly number[], context: ActionContext): Statement<'conflict'>[] {
  const isUndelivered = and(
    sql`${outbox.id} in (select value from json_each(${JSON.stringify(ids)}))`,
    inArray(outbox.state, ['failed', 'dead']),
  )
  const undelivered = sql`from ${outbox} where ${isUndelivered}`
  return [
    expectThat('conflict', sql`(select count(*) ${undelivered}) = ${ids.length}`),
    recordAdminActForEach(
      { subject: 'outbox', subjectId: sql`id`, kind: 'retried', from: sql`state`, to: 'pending' },
      context,
      undelivered,
    ),
    mutation.update(outbox).set({ state: 'pending', attempts: 0, dueAt: context.now }).where(isUndelivered),
  ]
}
