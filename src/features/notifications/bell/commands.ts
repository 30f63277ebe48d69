import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { mutation, write } from '../../../platform/db/write.ts'
import type { NotificationId, UserId } from '../../../shared/ids.ts'
import { okValue } from '../../../shared/result.ts'
import { isAbout } from '../queries.ts'
import { notifications } from '../schema.ts'

/** Returns the path that the notification leads to, or null if this person has no such notification. */
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
  const row = okValue(written)[0]?.rows[0]
  return row ? String(row.path) : null
}

/** Marks every notification that leads to a page as read. */
export function markReadAbout(db: Database, viewerId: UserId, path: string, now: number): Promise<unknown> {
  return markUnread(db, viewerId, now, isAbout(path))
}

export function markAllRead(db: Database, viewerId: UserId, now: number): Promise<unknown> {
  return markUnread(db, viewerId, now)
}

function markUnread(db: Database, viewerId: UserId, now: number, condition?: SQL): Promise<unknown> {
  return write(db, [
    mutation
      .update(notifications)
      .set({ readAt: now })
      .where(and(eq(notifications.userId, viewerId), isNull(notifications.readAt), condition)),
  ])
}
