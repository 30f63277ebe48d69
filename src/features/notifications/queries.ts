import { and, desc, eq, lt, type Placeholder, type SQL, sql } from 'drizzle-orm'
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

/** The title of this person's latest notification that leads to a page, if any. */
export async function findNotificationAbout(
  db: Database,
  viewerId: UserId,
  path: string,
): Promise<string | undefined> {
  const rows = await db.orm
    .select({ title: notifications.title })
    .from(notifications)
    .where(and(eq(notifications.userId, viewerId), isAbout(path)))
    .orderBy(desc(notifications.id))
    .limit(1)
  return rows[0]?.title
}

/** Whether a notification leads to this page, whatever comes after `?` or `#` in its own path. */
export function isAbout(path: string | Placeholder): SQL {
  return sql`${notifications.page} = ${path}`
}
