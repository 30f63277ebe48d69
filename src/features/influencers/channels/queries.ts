import { and, asc, desc, eq } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { PlainTexts } from '../../../platform/db/searched-text.ts'
import type { ChannelId, UserId } from '../../../shared/ids.ts'
import { channels } from '../schema.ts'
import { MAX_CHANNELS } from './commands.ts'

export type OwnChannel = PlainTexts<typeof channels.$inferSelect>

/** An influencer's channels, the largest first. */
export function listOwnChannels(db: Database, owner: UserId): Promise<OwnChannel[]> {
  return db.orm
    .select()
    .from(channels)
    .where(eq(channels.influencerId, owner))
    .orderBy(desc(channels.followers), asc(channels.id))
    .limit(MAX_CHANNELS)
}

export async function findOwnChannel(db: Database, owner: UserId, id: ChannelId): Promise<OwnChannel | null> {
  const [channel] = await db.orm
    .select()
    .from(channels)
    .where(and(eq(channels.id, id), eq(channels.influencerId, owner)))
  return channel ?? null
}
