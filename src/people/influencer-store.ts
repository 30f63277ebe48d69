import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { is } from '../db/constant.ts'
import type { Database } from '../db/database.ts'
import type { Viewer } from '../http/context.ts'
import type { UserId } from '../shared/ids.ts'
import { canSeeFlagged, canSeeSuspended } from './influencer-policy.ts'
import { channels, influencers, rates, users } from './schema.ts'

export type Influencer = Awaited<ReturnType<typeof selectInfluencer>>[number] & {
  readonly channels: readonly Channel[]
  readonly rates: readonly Rate[]
}

export type Channel = typeof channels.$inferSelect
export type Rate = Pick<typeof rates.$inferSelect, 'kind' | 'price' | 'days'>

/** An influencer's public profile, in one round trip; null when there is none for this viewer. */
export async function findInfluencer(
  db: Database,
  viewer: Viewer | null,
  id: UserId,
): Promise<Influencer | null> {
  const [[influencer], channelRows, rateRows] = await db.read([
    selectInfluencer(db, viewer, id),
    selectChannels(db, id),
    selectRates(db, id),
  ])
  return influencer ? { ...influencer, channels: channelRows, rates: rateRows } : null
}

function selectInfluencer(db: Database, viewer: Viewer | null, id: UserId) {
  return db.orm
    .select({
      id: users.id,
      username: users.username,
      name: users.display_name,
      status: users.status,
      category: influencers.category,
      niche: influencers.niche,
      bio: influencers.bio,
      country: influencers.country,
      city: influencers.city,
      languages: influencers.languages,
      availability: influencers.availability,
      flaggedAt: influencers.flagged_at,
      flagReason: influencers.flag_reason,
    })
    .from(influencers)
    .innerJoin(users, eq(users.id, influencers.user_id))
    .where(
      and(
        eq(influencers.user_id, id),
        canSeeSuspended(viewer) ? undefined : is(users.status, 'active'),
        canSeeFlagged(viewer, id) ? undefined : isNull(influencers.flagged_at),
      ),
    )
}

function selectChannels(db: Database, id: UserId) {
  return db.orm
    .select()
    .from(channels)
    .where(eq(channels.influencer_id, id))
    .orderBy(desc(channels.followers), asc(channels.id))
    .limit(100)
}

function selectRates(db: Database, id: UserId) {
  return db.orm
    .select({ kind: rates.kind, price: rates.price, days: rates.days })
    .from(rates)
    .where(eq(rates.influencer_id, id))
    .orderBy(asc(rates.price), asc(rates.id))
    .limit(100)
}
