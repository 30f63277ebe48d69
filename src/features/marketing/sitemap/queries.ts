import { and, desc, eq, gt, lte, max, sql } from 'drizzle-orm'
import { campaigns } from '../../campaigns/schema.ts'
import { is } from '../../../platform/db/literals.ts'
import type { Database } from '../../../platform/db/database.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import { events } from '../../activity/schema.ts'
import { campaignRanks, influencerRanks } from '../../discovery/schema.ts'
import type { Kind } from './sitemap.ts'

/** The greatest ids of what everybody may see, 0 where there is nothing. One round trip. */
export async function readGreatestIds(db: Database): Promise<Record<Kind, number>> {
  const [[influencer], [campaign]] = await db.read([selectLastInfluencer(db, {}), selectLastCampaign(db, {})])
  return { influencers: influencer?.id ?? 0, campaigns: campaign?.id ?? 0 }
}

/** Those with an id after one and up to another that everybody may see. One round trip. */
export function readVisible(
  db: Database,
  kind: Kind,
  range: { readonly after: number; readonly upTo: number },
): Promise<{ id: number; changedAt?: number | null }[]> {
  return (kind === 'influencers' ? selectInfluencers : selectCampaigns)(db, range).execute()
}

// The tables of ranks hold exactly what everybody may see.
const selectLastInfluencer = prepared((orm) =>
  orm.select({ id: max(influencerRanks.influencer_id) }).from(influencerRanks),
)

const selectLastCampaign = prepared((orm) =>
  orm.select({ id: max(campaignRanks.campaign_id) }).from(campaignRanks),
)

type Range = Slots<{ after: number; upTo: number }>

const selectInfluencers = prepared((orm, { after, upTo }: Range) =>
  orm
    .select({ id: influencerRanks.influencer_id })
    .from(influencerRanks)
    .where(and(gt(influencerRanks.influencer_id, after), lte(influencerRanks.influencer_id, upTo)))
    .orderBy(influencerRanks.influencer_id),
)

const selectCampaigns = prepared((orm, { after, upTo }: Range) => {
  const lastEvent = orm
    .select({ at: events.at })
    .from(events)
    .where(and(is(events.subject, 'campaign'), eq(events.subject_id, campaigns.id)))
    .orderBy(desc(events.id))
    .limit(1)
  return orm
    .select({
      id: campaignRanks.campaign_id,
      changedAt: sql<number | null>`coalesce(${lastEvent}, ${campaigns.published_at})`,
    })
    .from(campaignRanks)
    .crossJoin(campaigns)
    .where(
      and(
        gt(campaignRanks.campaign_id, after),
        lte(campaignRanks.campaign_id, upTo),
        eq(campaigns.id, campaignRanks.campaign_id),
      ),
    )
    .orderBy(campaignRanks.campaign_id)
})
