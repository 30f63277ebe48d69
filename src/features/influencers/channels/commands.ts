import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { withSearchText } from '../../../platform/db/searched-text.ts'
import { expectOneRow, expectThat, mutation, onConflict, write } from '../../../platform/db/write.ts'
import type { ChannelId, UserId } from '../../../shared/ids.ts'
import { recomputeMetrics } from '../recompute-metrics.ts'
import { type ChannelDetails, channels } from '../schema.ts'

export const MAX_CHANNELS = 20

/** Refuses a channel that is already listed (`taken`), and a 21st one (`full`). */
export function addChannel(db: Database, owner: UserId, channel: ChannelDetails) {
  const count = sql`select count(*) from ${channels} where influencer_id = ${owner}`
  return write(
    db,
    [
      expectThat('full', sql`(${count}) < ${MAX_CHANNELS}`),
      onConflict(
        'taken',
        mutation.insert(channels).values(withSearchText(channels, { ...channel, influencerId: owner })),
      ),
      recomputeMetrics(owner),
    ],
    { invalidates: ['influencers', 'statistics'] },
  )
}

/** Refuses a channel that is already listed (`taken`), and one that is not theirs or was removed (`gone`). */
export function changeChannel(db: Database, owner: UserId, id: ChannelId, channel: ChannelDetails) {
  return write(
    db,
    [
      onConflict(
        'taken',
        mutation.update(channels).set(withSearchText(channels, channel)).where(isOwn(owner, id)),
      ),
      expectOneRow('gone'),
      recomputeMetrics(owner),
    ],
    { invalidates: ['influencers', 'statistics'] },
  )
}

/** Refuses a channel that is not theirs or was removed (`gone`). */
export function removeChannel(db: Database, owner: UserId, id: ChannelId) {
  return write(
    db,
    [mutation.delete(channels).where(isOwn(owner, id)), expectOneRow('gone'), recomputeMetrics(owner)],
    { invalidates: ['influencers', 'statistics'] },
  )
}

function isOwn(owner: UserId, id: ChannelId) {
  return and(eq(channels.id, id), eq(channels.influencerId, owner))
}
