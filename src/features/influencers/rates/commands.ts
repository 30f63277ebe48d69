import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { expectOneRow, mutation, onConflict, write } from '../../../platform/db/write.ts'
import type { RateId, UserId } from '../../../shared/ids.ts'
import { deliverableKindKeys } from '../../../shared/taxonomy.ts'
import { recomputeMetrics } from '../recompute-metrics.ts'
import { rates } from '../schema.ts'
import type { RateForm } from './forms.ts'

export type OwnRate = Awaited<ReturnType<typeof selectOwnRates>>[number]

/** An influencer's rate card, the cheapest first; one price for a kind, so there are only so many. */
export function selectOwnRates(db: Database, owner: UserId) {
  return db.orm
    .select()
    .from(rates)
    .where(eq(rates.influencerId, owner))
    .orderBy(asc(rates.price), asc(rates.id))
    .limit(deliverableKindKeys.length)
}

/** One rate, where it is this influencer's. */
export function selectOwnRate(db: Database, owner: UserId, id: RateId) {
  return db.orm.select().from(rates).where(own(owner, id))
}

/** Refuses a second price for a kind (`taken`). */
export function addRate(db: Database, owner: UserId, rate: RateForm) {
  return write(
    db,
    [
      onConflict('taken', mutation.insert(rates).values({ influencerId: owner, ...rate })),
      recomputeMetrics(owner),
    ],
    { invalidates: ['influencers', 'statistics'] },
  )
}

/** Refuses a second price for a kind (`taken`), and a rate that is not there or not theirs (`gone`). */
export function changeRate(db: Database, owner: UserId, id: RateId, rate: RateForm) {
  return write(
    db,
    [
      onConflict('taken', mutation.update(rates).set(rate).where(own(owner, id))),
      expectOneRow('gone'),
      recomputeMetrics(owner),
    ],
    { invalidates: ['influencers', 'statistics'] },
  )
}

/** Refuses a rate that is not there or not theirs (`gone`). */
export function removeRate(db: Database, owner: UserId, id: RateId) {
  return write(
    db,
    [mutation.delete(rates).where(own(owner, id)), expectOneRow('gone'), recomputeMetrics(owner)],
    { invalidates: ['influencers', 'statistics'] },
  )
}

function own(owner: UserId, id: RateId) {
  return and(eq(rates.id, id), eq(rates.influencerId, owner))
}
