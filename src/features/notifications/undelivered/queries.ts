import { and, asc, desc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { countUpTo, cursorNumbers, type ListSource } from '../../../platform/list/source.ts'
import { users } from '../../accounts/schema.ts'
import { maySeeUndelivered } from '../policy.ts'
import { outbox } from '../schema.ts'
import type { UndeliveredSearch } from './search.ts'

export type UndeliveredMessage = Awaited<ReturnType<typeof selectByIds>>[number]

/** Messages that failed and are tried again, or that were given up. None for anybody who may not see them. */
export const undeliveredMessages: ListSource<UndeliveredMessage, UndeliveredSearch> = {
  select: ({ db, viewer }, search, after, limit) =>
    maySeeUndelivered(viewer) ? selectPage(db, search, after, limit) : null,
  count: ({ db, viewer }, search, max) =>
    maySeeUndelivered(viewer)
      ? db.orm
          .select({ count: countUpTo(sql`select 1 from ${outbox} where ${matching(search)}`, max) })
          .from(one)
      : null,
  find: ({ db, viewer }, ids) => (maySeeUndelivered(viewer) ? selectByIds(db, ids) : null),
  cursorOf: ({ id }) => String(id),
}

/** A table with one row, to select a count from. */
const one = sql`(select 1)`

function selectPage(db: Database, search: UndeliveredSearch, after: string | null, limit: number) {
  const isOldestFirst = search.sort === 'oldest'
  const [id = isOldestFirst ? 0 : Number.MAX_SAFE_INTEGER] = cursorNumbers(after, 1) ?? []
  return selectMessages(db)
    .where(and(matching(search), isOldestFirst ? gt(outbox.id, id) : lt(outbox.id, id)))
    .orderBy(isOldestFirst ? asc(outbox.id) : desc(outbox.id))
    .limit(limit)
}

function selectByIds(db: Database, ids: readonly number[]) {
  return selectMessages(db).where(inArray(outbox.id, [...ids]))
}

function selectMessages(db: Database) {
  return db.orm
    .select({
      id: outbox.id,
      kind: outbox.kind,
      channel: outbox.channel,
      title: outbox.title,
      state: outbox.state,
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
    .$dynamic()
}

function matching({ state, channel }: UndeliveredSearch): SQL | undefined {
  return and(
    // For the partial index `outbox_undelivered`, which only has these few.
    sql`outbox.state in ('failed', 'dead')`,
    state === null ? undefined : eqLiteral(outbox.state, state),
    channel === null ? undefined : eqLiteral(outbox.channel, channel),
  )
}
