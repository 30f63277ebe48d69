import { and, desc, eq, gt, lte, max, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import { sortKeysOf } from '../../../platform/search/scan.ts'
import { events } from '../../activity/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { campaignIndex, influencerIndex } from '../../discovery/index/definition.ts'
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

// These have a row for every public profile or campaign, and for no other.
const visibleInfluencers = sortKeysOf(influencerIndex)
const visibleCampaigns = sortKeysOf(campaignIndex)

const selectLastInfluencer = prepared((orm) =>
  orm.select({ id: max(visibleInfluencers.id) }).from(visibleInfluencers),
)

const selectLastCampaign = prepared((orm) =>
  orm.select({ id: max(visibleCampaigns.id) }).from(visibleCampaigns),
)

type Range = Slots<{ after: number; upTo: number }>

const selectInfluencers = prepared((orm, { after, upTo }: Range) =>
  orm
    .select({ id: visibleInfluencers.id })
    .from(visibleInfluencers)
    .where(and(gt(visibleInfluencers.id, after), lte(visibleInfluencers.id, upTo)))
    .orderBy(visibleInfluencers.id),
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
      id: visibleCampaigns.id,
      changedAt: sql<number | null>`coalesce(${lastEvent}, ${campaigns.publishedAt})`,
    })
    .from(visibleCampaigns)
    .crossJoin(campaigns)
    .where(
      and(
        gt(visibleCampaigns.id, after),
        lte(visibleCampaigns.id, upTo),
        eq(campaigns.id, visibleCampaigns.id),
      ),
    )
    .orderBy(visibleCampaigns.id)
})
