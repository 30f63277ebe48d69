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

/** An influencer with what is compared. */
export type Compared = Awaited<ReturnType<typeof selectPeople>>[number] & {
  readonly followersOn: ReadonlyMap<Platform, number>
  readonly priceOf: ReadonlyMap<DeliverableKind, Cents>
}

/** Those of the influencers whom everybody may see, in the order that they were asked for, in one round trip. */
export async function findCompared(db: Database, ids: readonly UserId[]): Promise<Compared[]> {
  const asked = { ids: JSON.stringify(ids) }
  const [people, channelRows, rateRows] = await db.read([
    selectPeople(db, asked),
    selectFollowers(db, asked),
    selectPrices(db, asked),
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
        sql`${influencers.userId} in ${among(ids)}`,
        isNull(influencers.flaggedAt),
        eqLiteral(users.status, 'active'),
      ),
    )
    .limit(MAX_COMPARED),
)

// Nobody has more than twenty channels, and one price for a kind.
const MAX_ROWS = 1_000

export const selectFollowers = prepared((orm, { ids }: Slots<{ ids: string }>) =>
  orm
    .select({
      influencer: channels.influencerId,
      platform: channels.platform,
      followers: channels.followers,
    })
    .from(channels)
    .where(sql`${channels.influencerId} in ${among(ids)}`)
    .limit(MAX_ROWS),
)

export const selectPrices = prepared((orm, { ids }: Slots<{ ids: string }>) =>
  orm
    .select({ influencer: rates.influencerId, kind: rates.kind, price: rates.price })
    .from(rates)
    .where(sql`${rates.influencerId} in ${among(ids)}`)
    .limit(MAX_ROWS),
)

function among(ids: Slots<{ ids: string }>['ids']) {
  return sql`(select value from json_each(${ids}))`
}
