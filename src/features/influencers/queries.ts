import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import { prepared, type Slots } from '../../platform/db/prepared.ts'
import type { PlainTexts } from '../../platform/db/searched-text.ts'
import type { Viewer } from '../../platform/http/context.ts'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { campaigns } from '../campaigns/schema.ts'
import { collaborations } from '../collaborations/schema.ts'
import { sponsors } from '../sponsors/schema.ts'
import { canSeeFlagged, canSeeSuspended } from './policy.ts'
import { channels, influencers, rates } from './schema.ts'

export type Influencer = Awaited<ReturnType<typeof selectInfluencer>>[number] & {
  readonly channels: readonly Channel[]
  readonly rates: readonly Rate[]
  readonly pastWork: readonly PastWork[]
}

export type Channel = PlainTexts<typeof channels.$inferSelect>
export type Rate = typeof rates.$inferSelect
export type PastWork = Awaited<ReturnType<typeof selectPastWork>>[number]

/** A profile shows only the newest. */
export const MAX_PAST_WORK = 12

/** An influencer's public profile, or null if this viewer may not see it. One round trip. */
export async function findInfluencer(
  db: Database,
  viewer: Viewer | null,
  id: UserId,
): Promise<Influencer | null> {
  const [[influencer], channelRows, rateRows, pastWork] = await db.read([
    selectVisibleInfluencer(db, viewer, id),
    selectChannels(db, { id }),
    selectRates(db, { id }),
    selectPastWork(db, { id }),
  ])
  return influencer ? { ...influencer, channels: channelRows, rates: rateRows, pastWork } : null
}

/** An influencer without what they do, if this viewer may see their profile. */
export function selectVisibleInfluencer(db: Database, viewer: Viewer | null, id: UserId) {
  const visible = { suspended: canSeeSuspended(viewer), flagged: canSeeFlagged(viewer, id) }
  return selectInfluencer(db, { id }, visible)
}

/** An influencer's own profile, for their settings. */
export async function findOwnInfluencer(db: Database, id: UserId) {
  const [influencer] = await db.orm.select().from(influencers).where(eq(influencers.userId, id))
  return influencer ?? null
}

interface Visible {
  readonly suspended: boolean
  readonly flagged: boolean
}

const selectInfluencer = prepared((orm, { id }: Slots<{ id: UserId }>, visible: Visible) =>
  orm
    .select({
      id: users.id,
      username: users.username,
      name: users.displayName,
      status: users.status,
      category: influencers.category,
      niche: influencers.niche,
      bio: influencers.bio,
      country: influencers.country,
      city: influencers.city,
      languages: influencers.languages,
      availability: influencers.availability,
      rating: influencers.rating,
      ratingCount: influencers.ratingCount,
      flaggedAt: influencers.flaggedAt,
      flagReason: influencers.flagReason,
    })
    .from(influencers)
    .innerJoin(users, eq(users.id, influencers.userId))
    .where(
      and(
        eq(influencers.userId, id),
        visible.suspended ? undefined : eqLiteral(users.status, 'active'),
        visible.flagged ? undefined : isNull(influencers.flaggedAt),
      ),
    ),
)

const selectChannels = prepared((orm, { id }: Slots<{ id: UserId }>) =>
  orm
    .select()
    .from(channels)
    .where(eq(channels.influencerId, id))
    .orderBy(desc(channels.followers), asc(channels.id))
    .limit(100),
)

const selectRates = prepared((orm, { id }: Slots<{ id: UserId }>) =>
  orm
    .select()
    .from(rates)
    .where(eq(rates.influencerId, id))
    .orderBy(asc(rates.price), asc(rates.id))
    .limit(100),
)

// Shows only what the campaign itself makes public. The price stays between the two sides.
const selectPastWork = prepared((orm, { id }: Slots<{ id: UserId }>) =>
  orm
    .select({
      campaignName: campaigns.name,
      sponsorName: sponsors.companyName,
      category: campaigns.category,
      agreedAt: collaborations.createdAt,
    })
    .from(collaborations)
    .innerJoin(campaigns, eq(campaigns.id, collaborations.campaignId))
    .innerJoin(sponsors, eq(sponsors.userId, campaigns.sponsorId))
    .innerJoin(users, eq(users.id, campaigns.sponsorId))
    .where(
      and(
        eq(collaborations.influencerId, id),
        eqLiteral(collaborations.state, 'completed'),
        eqLiteral(campaigns.visibility, 'public'),
        isNull(campaigns.flaggedAt),
        isNull(sponsors.flaggedAt),
        eqLiteral(users.status, 'active'),
      ),
    )
    .orderBy(desc(collaborations.id))
    .limit(MAX_PAST_WORK),
)
