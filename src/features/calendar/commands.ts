import { randomBytes } from 'node:crypto'
import type { Database } from '../../platform/db/database.ts'
import { mutation, write } from '../../platform/db/write.ts'
import type { UserId } from '../../shared/ids.ts'
import { calendarFeeds } from './schema.ts'

/** 32 characters in base64url. */
const TOKEN_BYTES = 24

/** Gives a person's calendar a new secret address. The one before stops working. `now` is milliseconds UTC. */
export async function renewFeed(db: Database, userId: UserId, now: number): Promise<void> {
  const feed = { token: randomBytes(TOKEN_BYTES).toString('base64url'), createdAt: now }
  await write(db, [
    mutation
      .insert(calendarFeeds)
      .values({ userId, ...feed })
      .onConflictDoUpdate({ target: calendarFeeds.userId, set: feed }),
  ])
}
