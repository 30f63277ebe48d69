import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { RateId, UserId } from '../../../shared/ids.ts'
import { deliverableKindKeys } from '../../../shared/taxonomy.ts'
import { rates } from '../schema.ts'

export type OwnRate = typeof rates.$inferSelect

/** An influencer's rate card, the cheapest first. It has at most one price per kind of deliverable. */
export function listOwnRates(db: Database, owner: UserId): Promise<OwnRate[]> {
  return db.orm
    .select()
    .from(rates)
    .where(eq(rates.influencerId, owner))
    .orderBy(asc(rates.price), asc(rates.id))
    .limit(deliverableKindKeys.length)
}

export async function findOwnRate(db: Database, owner: UserId, id: RateId): Promise<OwnRate | null> {
  const [rate] = await db.orm
    .select()
    .from(rates)
    .where(and(eq(rates.id, id), eq(rates.influencerId, owner)))
  return rate ?? null
}
