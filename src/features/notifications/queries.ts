import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { change, write } from '../../platform/db/write.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../platform/http/paging.ts'
import type { NoticeId, UserId } from '../../shared/ids.ts'
import { notices } from './schema.ts'

export interface NoticeRow {
  readonly id: NoticeId
  readonly title: string
  readonly createdAt: number
  readonly readAt: number | null
}

/** One's own notices, newest first; `before` is the id that the page before ended with. */
export async function listNotices(
  db: Database,
  viewerId: UserId,
  before: number | undefined,
): Promise<Page<NoticeRow>> {
  const rows = await selectNotices(db, viewerId, before)
  return cutPage(rows, PAGE_SIZE, ({ id }) => [id])
}

/** The select of `listNotices`. */
export function selectNotices(db: Database, viewerId: UserId, before: number | undefined) {
  return db.orm
    .select({
      id: notices.id,
      title: notices.title,
      createdAt: notices.createdAt,
      readAt: notices.readAt,
    })
    .from(notices)
    .where(
      and(
        eq(notices.userId, viewerId),
        before === undefined ? undefined : lt(notices.id, before as NoticeId),
      ),
    )
    .orderBy(desc(notices.id))
    .limit(PAGE_SIZE + 1)
}

/** Notes that a notice has been read. Gives the path that it is about, or null where one has no such notice. */
export async function readNotice(
  db: Database,
  viewerId: UserId,
  id: NoticeId,
  now: number,
): Promise<string | null> {
  const written = await write(db, [
    change
      .update(notices)
      .set({ readAt: sql`coalesce(${notices.readAt}, ${now})` })
      .where(and(eq(notices.id, id), eq(notices.userId, viewerId)))
      .returning({ path: notices.path }),
  ])
  const row = written.ok ? written.value[0]?.rows[0] : undefined
  return row ? String(row.path) : null
}

export async function readAllNotices(db: Database, viewerId: UserId, now: number): Promise<void> {
  await write(db, [
    change
      .update(notices)
      .set({ readAt: now })
      .where(and(eq(notices.userId, viewerId), isNull(notices.readAt))),
  ])
}
