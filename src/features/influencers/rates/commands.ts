import { and, eq } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { expectOneRow, mutation, onConflict, write } from '../../../platform/db/write.ts'
import type { RateId, UserId } from '../../../shared/ids.ts'
import { recomputeMetrics } from '../recompute-metrics.ts'
import { type RateDetails, rates } from '../schema.ts'

/** Refuses a second price for a kind of deliverable (`taken`). */
export function addRate(db: Database, owner: UserId, rate: RateDetails) {
  return write(
    db,
    [
      onConflict('taken', mutation.insert(rates).values({ ...rate, influencerId: owner })),
      recomputeMetrics(owner),
    ],
    { invalidates: ['influencers', 'statistics'] },
  )
}

/** Refuses a second price for a kind (`taken`), and a price that is not theirs or was removed (`gone`). */
export function changeRate(db: Database, owner: UserId, id: RateId, rate: RateDetails) {
  return write(
    db,
    [
      onConflict('taken', mutation.update(rates).set(rate).where(isOwn(owner, id))),
      expectOneRow('gone'),
      recomputeMetrics(owner),
    ],
    { invalidates: ['influencers', 'statistics'] },
  )
}

/** Refuses a price that is not theirs or was removed (`gone`). */
export function removeRate(db: Database, owner: UserId, id: RateId) {
  return write(
    db,
    [mutation.delete(rates).where(isOwn(owner, id)), expectOneRow('gone'), recomputeMetrics(owner)],
    { invalidates: ['influencers', 'statistics'] },
  )
}

function isOwn(owner: UserId, id: RateId) {
  return and(eq(rates.id, id), eq(rates.influencerId, owner))
}
