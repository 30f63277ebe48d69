import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import { campaigns } from '../campaigns/schema.ts'
import { collaborations } from '../collaborations/schema.ts'
import type { Database } from '../db/database.ts'
import { prepared, type Slots } from '../db/prepared.ts'
import { influencers, sponsors, users } from '../people/schema.ts'
import { idAt } from '../search/place.ts'
import { influencerRanks } from '../search/schema.ts'
import { SECOND } from '../shared/time.ts'

/** What the first page shows of what there is. All of it may be shown to everybody. */
export interface Front {
  readonly statistics: Statistics
  readonly campaigns: readonly ShownCampaign[]
  readonly influencers: readonly ShownInfluencer[]
}

/** Counts end at `MOST_COUNTED`; a number that has come so far stands for that many or more. */
export interface Statistics {
  readonly openCampaigns: number
  readonly influencers: number
  /** Of those with the largest reach, `MOST_SUMMED` at most. */
  readonly reach: number
  readonly agreements: number
}

export type ShownCampaign = Awaited<ReturnType<typeof selectNewestCampaigns>>[number]
export type ShownInfluencer = Awaited<ReturnType<typeof selectLargestInfluencers>>[number]

export const MOST_COUNTED = 100_000
export const MOST_SUMMED = 10_000
const SHOWN = 3

/** All that the first page shows, in one round trip. At a million influencers 10 ms, and no more beyond. */
export async function readFront(db: Database, now: number): Promise<Front> {
  const [[statistics], newest, largest] = await db.read([
    selectStatistics(db, { nowSeconds: Math.floor(now / SECOND) }),
    selectNewestCampaigns(db, { now }),
    selectLargestInfluencers(db, {}),
  ])
  const nothing = { openCampaigns: 0, influencers: 0, reach: 0, agreements: 0 }
  return { statistics: statistics ?? nothing, campaigns: newest, influencers: largest }
}

const byEnding = sql`campaigns_by_ending`
const byNewest = sql`campaigns_by_newest`
const byReach = sql`influencers_by_reach`

// A place in an order holds the number that the order goes by, above the 28 bits of the id: nothing else is read.
const reachAt = sql`(17179869183 - (rowid >> 28))`

const selectStatistics = prepared((orm, { nowSeconds }: Slots<{ nowSeconds: number }>) => {
  const counted = (rows: SQL) => sql<number>`(select count(*) from (${rows} limit ${MOST_COUNTED}))`
  return orm
    .select({
      openCampaigns: counted(
        sql`select 1 from ${byEnding} where rowid > (cast(${nowSeconds} as integer) << 28)`,
      ),
      influencers: counted(sql`select 1 from ${influencerRanks}`),
      reach: sql<number>`(select coalesce(sum(${reachAt}), 0) from
        (select rowid from ${byReach} order by rowid limit ${MOST_SUMMED}))`,
      agreements: counted(sql`select 1 from ${collaborations}`),
    })
    .from(sql`(select 1)`)
})

const selectNewestCampaigns = prepared((orm, { now }: Slots<{ now: number }>) =>
  orm
    .select({
      id: campaigns.id,
      name: campaigns.name,
      sponsorName: sponsors.company_name,
      category: campaigns.category,
      niche: campaigns.niche,
      deliverables: campaigns.wanted_deliverables,
      budget: campaigns.budget,
      endsAt: campaigns.ends_at,
    })
    .from(byNewest)
    .crossJoin(campaigns)
    .crossJoin(sponsors)
    .where(
      and(
        eq(campaigns.id, idAt(byNewest)),
        eq(sponsors.user_id, campaigns.sponsor_id),
        gt(campaigns.ends_at, now),
      ),
    )
    .orderBy(sql`${byNewest}.rowid`)
    .limit(SHOWN),
)

const selectLargestInfluencers = prepared((orm) =>
  orm
    .select({
      id: influencers.user_id,
      name: users.display_name,
      category: influencers.category,
      niche: influencers.niche,
      country: influencers.country,
      reach: influencers.reach,
      engagementRate: influencers.engagement_rate,
    })
    .from(byReach)
    .crossJoin(influencers)
    .crossJoin(users)
    .where(and(eq(influencers.user_id, idAt(byReach)), eq(users.id, influencers.user_id)))
    .orderBy(sql`${byReach}.rowid`)
    .limit(SHOWN),
)
