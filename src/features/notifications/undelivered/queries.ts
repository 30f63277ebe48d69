import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import { users } from '../../accounts/schema.ts'
import { maySeeUndelivered } from '../policy.ts'
import { outbox } from '../schema.ts'

export type UndeliveredMessage = Awaited<ReturnType<typeof selectUndelivered>>[number]

/**
 * Messages that failed and are tried again, or that were given up, newest first. `before` is the last id of the page
 * before. Empty for anybody who may not see them. One round trip.
 */
export async function listUndelivered(
  db: Database,
  viewer: Viewer,
  before: number | null,
): Promise<Page<UndeliveredMessage>> {
  if (!maySeeUndelivered(viewer)) return { rows: [], next: null }
  return cutPage(await selectUndelivered(db, before), PAGE_SIZE, ({ id }) => [id])
}

function selectUndelivered(db: Database, before: number | null) {
  return db.orm
    .select({
      id: outbox.id,
      kind: outbox.kind,
      channel: outbox.channel,
      title: outbox.title,
      state: sql<'failed' | 'dead'>`${outbox.state}`,
      attempts: outbox.attempts,
      error: outbox.lastError,
      createdAt: outbox.createdAt,
      dueAt: outbox.dueAt,
      userId: outbox.userId,
      name: users.displayName,
      email: users.email,
    })
    .from(outbox)
    .innerJoin(users, eq(users.id, outbox.userId))
    .where(
      and(
        // For the partial index `outbox_undelivered`.
        sql`outbox.state in ('failed', 'dead')`,
        sql`${outbox.id} < ${before ?? Number.MAX_SAFE_INTEGER}`,
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(PAGE_SIZE + 1)
}
