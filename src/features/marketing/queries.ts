import { and, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { prepared, type Slots } from '../../platform/db/prepared.ts'
import { idAt } from '../../platform/search/cursor.ts'
import { tableOf } from '../../platform/search/scan.ts'
import { users } from '../accounts/schema.ts'
import { campaigns } from '../campaigns/schema.ts'
import { campaignIndex, influencerIndex } from '../discovery/index/definition.ts'
import { influencers } from '../influencers/schema.ts'
import { sponsors } from '../sponsors/schema.ts'
import { selectStocks } from '../statistics/queries.ts'
import { stocksOf } from '../statistics/values.ts'

/** All of it is public. */
export interface LandingContent {
  readonly statistics: Statistics
  readonly campaigns: readonly ShowcaseCampaign[]
  readonly influencers: readonly ShowcaseInfluencer[]
}

export interface Statistics {
  readonly openCampaigns: number
  readonly influencers: number
  /** Of all influencers together. */
  readonly reach: number
  readonly agreements: number
}

export type ShowcaseCampaign = Awaited<ReturnType<typeof selectNewestCampaigns>>[number]
export type ShowcaseInfluencer = Awaited<ReturnType<typeof selectLargestInfluencers>>[number]

const SHOWN = 3

/** One round trip. */
export async function readLandingContent(db: Database, now: number): Promise<LandingContent> {
  const [stocks, endedCampaigns, newest, largest] = await db.read([
    ...selectStocks(db, now),
    selectNewestCampaigns(db, { now }),
    selectLargestInfluencers(db, {}),
  ])
  const count = stocksOf([stocks, endedCampaigns])
  const statistics = {
    openCampaigns: count('open_campaigns'),
    influencers: count('influencers'),
    reach: count('reach'),
    agreements: count('deals'),
  }
  return { statistics, campaigns: newest, influencers: largest }
}

const byNewest = tableOf(campaignIndex, 'newest')
const byReach = tableOf(influencerIndex, 'reach')

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
      startDate: campaigns.startDate,
      endDate: campaigns.endDate,
      timeZone: campaigns.timeZone,
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
