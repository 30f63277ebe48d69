import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { mutation, write } from '../../platform/db/write.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../platform/http/paging.ts'
import type { NotificationId, UserId } from '../../shared/ids.ts'
import { notifications } from './schema.ts'

export interface NotificationRow {
  readonly id: NotificationId
  readonly title: string
  readonly createdAt: number
  readonly readAt: number | null
}

/** One's own notifications, newest first; `before` is the id that the page before ended with. */
export async function listNotifications(
  db: Database,
  viewerId: UserId,
  before: number | undefined,
): Promise<Page<NotificationRow>> {
  const rows = await selectNotifications(db, viewerId, before)
  return cutPage(rows, PAGE_SIZE, ({ id }) => [id])
}

/** The select of `listNotifications`. */
export function selectNotifications(db: Database, viewerId: UserId, before: number | undefined) {
  return db.orm
    .select({
      id: notifications.id,
      title: notifications.title,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
    })
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, viewerId),
        before === undefined ? undefined : lt(notifications.id, before as NotificationId),
      ),
    )
    .orderBy(desc(notifications.id))
    .limit(PAGE_SIZE + 1)
}

/** Notes that a notification has been read. Gives the path that it is about, or null where one has no such notification. */
export async function markRead(
  db: Database,
  viewerId: UserId,
  id: NotificationId,
  now: number,
): Promise<string | null> {
  const written = await write(db, [
    mutation
      .update(notifications)
      .set({ readAt: sql`coalesce(${notifications.readAt}, ${now})` })
      .where(and(eq(notifications.id, id), eq(notifications.userId, viewerId)))
      .returning({ path: notifications.path }),
  ])
  const row = written.ok ? written.value[0]?.rows[0] : undefined
  return row ? String(row.path) : null
}

export async function markAllRead(db: Database, viewerId: UserId, now: number): Promise<void> {
  await write(db, [
    mutation
      .update(notifications)
      .set({ readAt: now })
      .where(and(eq(notifications.userId, viewerId), isNull(notifications.readAt))),
  ])
}
