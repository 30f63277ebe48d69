import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { prepared, type Slots } from '../../platform/db/prepared.ts'
import { idAt, sortKeyBefore, valueAt } from '../../platform/search/cursor.ts'
import { tableOf } from '../../platform/search/scan.ts'
import { SECOND } from '../../shared/time.ts'
import { users } from '../accounts/schema.ts'
import { campaigns } from '../campaigns/schema.ts'
import { collaborations } from '../collaborations/schema.ts'
import { campaignIndex, influencerIndex } from '../discovery/index/definition.ts'
import { influencers } from '../influencers/schema.ts'
import { sponsors } from '../sponsors/schema.ts'

/** All of it is public. */
export interface LandingContent {
  readonly statistics: Statistics
  readonly campaigns: readonly ShowcaseCampaign[]
  readonly influencers: readonly ShowcaseInfluencer[]
}

/** Counts stop at `MAX_COUNTED`, which means "this many or more". */
export interface Statistics {
  readonly openCampaigns: number
  readonly influencers: number
  /** The sum for the counted influencers, who have the largest reach. */
  readonly reach: number
  readonly agreements: number
}

export type ShowcaseCampaign = Awaited<ReturnType<typeof selectNewestCampaigns>>[number]
export type ShowcaseInfluencer = Awaited<ReturnType<typeof selectLargestInfluencers>>[number]

export const MAX_COUNTED = 10_000
const SHOWN = 3

/** One round trip. Because counts stop, the cost does not grow with the data. */
export async function readLandingContent(db: Database, now: number): Promise<LandingContent> {
  const [[statistics], newest, largest] = await db.read([
    selectStatistics(db, { ended: sortKeyBefore(Math.floor(now / SECOND), 'ascending') }),
    selectNewestCampaigns(db, { now }),
    selectLargestInfluencers(db, {}),
  ])
  const nothing = { openCampaigns: 0, influencers: 0, reach: 0, agreements: 0 }
  return { statistics: statistics ?? nothing, campaigns: newest, influencers: largest }
}

const byEnding = tableOf(campaignIndex, 'ending')
const byNewest = tableOf(campaignIndex, 'newest')
const byReach = tableOf(influencerIndex, 'reach')

const selectStatistics = prepared((orm, { ended }: Slots<{ ended: string }>) => {
  const counted = (rows: SQL) => sql<number>`(select count(*) from (${rows} limit ${MAX_COUNTED}))`
  return orm
    .select({
      openCampaigns: counted(sql`select 1 from ${byEnding} where rowid > cast(${ended} as integer)`),
      agreements: counted(sql`select 1 from ${collaborations}`),
      influencers: sql<number>`count(*)`,
      reach: sql<number>`coalesce(sum(${valueAt(sql`sort_key`)}), 0)`,
    })
    .from(sql`(select rowid as sort_key from ${byReach} order by rowid limit ${MAX_COUNTED})`)
})

const selectNewestCampaigns = prepared((orm, { now }: Slots<{ now: number }>) =>
  orm
    .select({
      id: campaigns.id,
      name: campaigns.name,
      sponsorName: sponsors.companyName,
      category: campaigns.category,
      niche: campaigns.niche,
      wantedDeliverables: campaigns.wantedDeliverables,
      budget: campaigns.budget,
      startsAt: campaigns.startsAt,
      endsAt: campaigns.endsAt,
    })
    .from(byNewest)
    .crossJoin(campaigns)
    .crossJoin(sponsors)
    .where(
      and(
        eq(campaigns.id, idAt(byNewest)),
        eq(sponsors.userId, campaigns.sponsorId),
        gt(campaigns.endsAt, now),
      ),
    )
    .orderBy(sql`${byNewest}.rowid`)
    .limit(SHOWN),
)

const selectLargestInfluencers = prepared((orm) =>
  orm
    .select({
      id: influencers.userId,
      name: users.displayName,
      category: influencers.category,
      niche: influencers.niche,
      country: influencers.country,
      reach: influencers.reach,
      engagementRate: influencers.engagementRate,
    })
    .from(byReach)
    .crossJoin(influencers)
    .crossJoin(users)
    .where(and(eq(influencers.userId, idAt(byReach)), eq(users.id, influencers.userId)))
    .orderBy(sql`${byReach}.rowid`)
    .limit(SHOWN),
)
