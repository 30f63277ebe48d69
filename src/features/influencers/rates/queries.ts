import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { RateId, UserId } from '../../../shared/ids.ts'
import { type DeliverableKind, deliverableKindKeys } from '../../../shared/taxonomy.ts'
import { rates } from '../schema.ts'

export type OwnRate = typeof rates.$inferSelect

/** An influencer's rate card, the cheapest first. It has at most one price per kind of deliverable. */
export async function listOwnRates(db: Database, owner: UserId): Promise<OwnRate[]> {
  const [rows] = await db.read([
    db.orm
      .select()
      .from(rates)
      .where(eq(rates.influencerId, owner))
      .orderBy(asc(rates.price), asc(rates.id))
      .limit(deliverableKindKeys.length),
  ])
  return rows
}

export async function findOwnRate(db: Database, owner: UserId, id: RateId): Promise<OwnRate | null> {
  const [[rate]] = await db.read([
    db.orm
      .select()
      .from(rates)
      .where(and(eq(rates.id, id), eq(rates.influencerId, owner))),
  ])
  return rate ?? null
}

/** The kind of a rate as a JSON array, for `selectAgreedPrices`. */
export function kindOfRate(id: RateId): SQL {
  return sql`(select json_group_array(kind) from ${rates} where id = ${id})`
}

/** The kinds on somebody's rate card and some more as a JSON array, for `selectAgreedPrices`. */
export function kindsOfRateCard(owner: UserId, more: readonly DeliverableKind[]): SQL {
  return sql`(select json_group_array(value) from json_each(${JSON.stringify(deliverableKindKeys)})
    where value in (select kind from ${rates} where influencer_id = ${owner})
      or value in (select value from json_each(${JSON.stringify(more)})))`
}
