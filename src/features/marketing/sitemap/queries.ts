import { and, desc, eq, gt, lte, max, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import { events } from '../../activity/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { campaignRanks, influencerRanks } from '../../discovery/schema.ts'
import type { Kind } from './sitemap.ts'

/** The highest public id of each kind, or 0. One round trip. */
export async function findMaxIds(db: Database): Promise<Record<Kind, number>> {
  const [[influencer], [campaign]] = await db.read([selectLastInfluencer(db, {}), selectLastCampaign(db, {})])
  return { influencers: influencer?.id ?? 0, campaigns: campaign?.id ?? 0 }
}

/** Everything public with an id in this range. One round trip. */
export function listPublic(
  db: Database,
  kind: Kind,
  range: { readonly after: number; readonly upTo: number },
): Promise<{ id: number; changedAt?: number | null }[]> {
  return (kind === 'influencers' ? selectInfluencers : selectCampaigns)(db, range).execute()
}

// The tables of ranks hold exactly what is public.
const selectLastInfluencer = prepared((orm) =>
  orm.select({ id: max(influencerRanks.influencerId) }).from(influencerRanks),
)

const selectLastCampaign = prepared((orm) =>
  orm.select({ id: max(campaignRanks.campaignId) }).from(campaignRanks),
)

type Range = Slots<{ after: number; upTo: number }>

const selectInfluencers = prepared((orm, { after, upTo }: Range) =>
  orm
    .select({ id: influencerRanks.influencerId })
    .from(influencerRanks)
    .where(and(gt(influencerRanks.influencerId, after), lte(influencerRanks.influencerId, upTo)))
    .orderBy(influencerRanks.influencerId),
)

const selectCampaigns = prepared((orm, { after, upTo }: Range) => {
  const lastEvent = orm
    .select({ at: events.at })
    .from(events)
    .where(and(eqLiteral(events.subject, 'campaign'), eq(events.subjectId, campaigns.id)))
    .orderBy(desc(events.id))
    .limit(1)
  return orm
    .select({
      id: campaignRanks.campaignId,
      changedAt: sql<number | null>`coalesce(${lastEvent}, ${campaigns.publishedAt})`,
    })
    .from(campaignRanks)
    .crossJoin(campaigns)
    .where(
      and(
        gt(campaignRanks.campaignId, after),
        lte(campaignRanks.campaignId, upTo),
        eq(campaigns.id, campaignRanks.campaignId),
      ),
    )
    .orderBy(campaignRanks.campaignId)
})
