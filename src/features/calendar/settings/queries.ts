import { eq } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { UserId } from '../../../shared/ids.ts'
import { calendarFeeds } from '../schema.ts'

/** The token in the address of a person's calendar. Null until they have asked for one. */
export async function findOwnToken(db: Database, userId: UserId): Promise<string | null> {
  const [feed] = await db.orm
    .select({ token: calendarFeeds.token })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.userId, userId))
  return feed?.token ?? null
}
