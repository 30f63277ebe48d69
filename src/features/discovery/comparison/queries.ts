import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Cents } from '../../../shared/money.ts'
import type { DeliverableKind, Platform } from '../../../shared/taxonomy.ts'
import { users } from '../../accounts/schema.ts'
import { channels, influencers, rates } from '../../influencers/schema.ts'
import { MAX_COMPARED, sumsBy } from './comparison.ts'

export type Compared = Awaited<ReturnType<typeof selectPeople>>[number] & {
  readonly followersOn: ReadonlyMap<Platform, number>
  readonly priceOf: ReadonlyMap<DeliverableKind, Cents>
}

/** Keeps the given order and leaves out influencers who are not publicly visible. One round trip. */
export async function findCompared(db: Database, ids: readonly UserId[]): Promise<Compared[]> {
  const values = { ids: JSON.stringify(ids) }
  const [people, channelRows, rateRows] = await db.read([
    selectPeople(db, values),
    selectFollowers(db, values),
    selectPrices(db, values),
  ])
  const all = people.map((person) => ({
    ...person,
    followersOn: sumsBy(
      channelRows
        .filter(({ influencer }) => influencer === person.id)
        .map(({ platform, followers }) => [platform, followers]),
    ),
    priceOf: new Map(
      rateRows.filter(({ influencer }) => influencer === person.id).map(({ kind, price }) => [kind, price]),
    ),
  }))
  return ids.flatMap((id) => all.find((person) => person.id === id) ?? [])
}

export const selectPeople = prepared((orm, { ids }: Slots<{ ids: string }>) =>
  orm
    .select({
      id: users.id,
      name: users.displayName,
      category: influencers.category,
      niche: influencers.niche,
      country: influencers.country,
      city: influencers.city,
      languages: influencers.languages,
      availability: influencers.availability,
      reach: influencers.reach,
      followers: influencers.followers,
      engagementRate: influencers.engagementRate,
      lowestPrice: influencers.lowestPrice,
      rating: influencers.rating,
      ratingCount: influencers.ratingCount,
    })
    .from(influencers)
    .innerJoin(users, eq(users.id, influencers.userId))
    .where(
      and(
        sql`${influencers.userId} in ${inList(ids)}`,
        isNull(influencers.flaggedAt),
        eqLiteral(users.status, 'active'),
      ),
    )
    .limit(MAX_COMPARED),
)

// A safety limit: four people have at most 20 channels each, and one price per kind of deliverable.
const MAX_ROWS = 1_000

export const selectFollowers = prepared((orm, { ids }: Slots<{ ids: string }>) =>
  orm
    .select({
      influencer: channels.influencerId,
      platform: channels.platform,
      followers: channels.followers,
    })
    .from(channels)
    .where(sql`${channels.influencerId} in ${inList(ids)}`)
    .limit(MAX_ROWS),
)

export const selectPrices = prepared((orm, { ids }: Slots<{ ids: string }>) =>
  orm
    .select({ influencer: rates.influencerId, kind: rates.kind, price: rates.price })
    .from(rates)
    .where(sql`${rates.influencerId} in ${inList(ids)}`)
    .limit(MAX_ROWS),
)

function inList(ids: Slots<{ ids: string }>['ids']) {
  return sql`(select value from json_each(${ids}))`
}
