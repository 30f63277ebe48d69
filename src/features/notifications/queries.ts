import { and, desc, eq, lt } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { cutPage, PAGE_SIZE, type Page } from '../../platform/http/paging.ts'
import type { NotificationId, UserId } from '../../shared/ids.ts'
import { notifications } from './schema.ts'

export interface NotificationRow {
  readonly id: NotificationId
  readonly title: string
  readonly createdAt: number
  readonly readAt: number | null
}

/** A person's notifications, newest first. `before` is the last id of the previous page. */
export async function listNotifications(
  db: Database,
  viewerId: UserId,
  before: number | undefined,
): Promise<Page<NotificationRow>> {
  const rows = await selectNotifications(db, viewerId, before)
  return cutPage(rows, PAGE_SIZE, ({ id }) => [id])
}

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
