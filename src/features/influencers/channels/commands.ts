import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { expectOneRow, expectThat, mutation, onConflict, write } from '../../../platform/db/write.ts'
import type { ChannelId, UserId } from '../../../shared/ids.ts'
import { recomputeMetrics } from '../recompute-metrics.ts'
import { channels } from '../schema.ts'
import type { ChannelForm } from './forms.ts'

export const MAX_CHANNELS = 20

export type OwnChannel = Awaited<ReturnType<typeof selectOwnChannels>>[number]

/** An influencer's channels, the largest first. */
export function selectOwnChannels(db: Database, owner: UserId) {
  return db.orm
    .select()
    .from(channels)
    .where(eq(channels.influencerId, owner))
    .orderBy(desc(channels.followers), asc(channels.id))
    .limit(MAX_CHANNELS)
}

/** One channel, where it is this influencer's. */
export function selectOwnChannel(db: Database, owner: UserId, id: ChannelId) {
  return db.orm.select().from(channels).where(own(owner, id))
}

/** Refuses the same account told twice (`taken`), and more than twenty (`full`). */
export function addChannel(db: Database, owner: UserId, channel: ChannelForm) {
  const count = sql`select count(*) from ${channels} where influencer_id = ${owner}`
  return write(
    db,
    [
      expectThat('full', sql`(${count}) < ${MAX_CHANNELS}`),
      onConflict('taken', mutation.insert(channels).values({ influencerId: owner, ...channel })),
      recomputeMetrics(owner),
    ],
    { invalidates: ['influencers', 'statistics'] },
  )
}

/** Refuses a second channel for the same account (`taken`), and a channel that is not there or not theirs. */
export function changeChannel(db: Database, owner: UserId, id: ChannelId, channel: ChannelForm) {
  return write(
    db,
    [
      onConflict('taken', mutation.update(channels).set(channel).where(own(owner, id))),
      expectOneRow('gone'),
      recomputeMetrics(owner),
    ],
    { invalidates: ['influencers', 'statistics'] },
  )
}

/** Refuses a channel that is not there or not theirs (`gone`). */
export function removeChannel(db: Database, owner: UserId, id: ChannelId) {
  return write(
    db,
    [mutation.delete(channels).where(own(owner, id)), expectOneRow('gone'), recomputeMetrics(owner)],
    { invalidates: ['influencers', 'statistics'] },
  )
}

function own(owner: UserId, id: ChannelId) {
  return and(eq(channels.id, id), eq(channels.influencerId, owner))
}
