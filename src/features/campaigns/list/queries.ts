import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { type ListContext, type ListSource, selectCount } from '../../../platform/list/source.ts'
import type { UserId } from '../../../shared/ids.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import { type Phase, phases } from '../campaign.ts'
import { campaigns } from '../schema.ts'
import { isInPhase, ownCampaigns } from './conditions.ts'
import { cursorOf, orderOf, startOf } from './order.ts'
import { allOwnCampaigns, type OwnCampaignSearch } from './search.ts'

export type OwnCampaign = Awaited<ReturnType<typeof selectRows>>[number]

/** The campaigns of the sponsor who looks at them. */
export const ownCampaignSource: ListSource<OwnCampaign, OwnCampaignSearch> = {
  select: ({ db, viewer, now }, search, after, limit) => {
    const { where, orderBy } = orderOf(search.sort, after, now)
    const matching = and(ownCampaigns(viewer.id, search, now), where)
    return selectRows(db, matching, orderBy, limit, startOf(search.sort, after, now))
  },
  count: ({ db, viewer, now }, search, max) =>
    selectCount(db, sql`select 1 from ${campaigns} where ${ownCampaigns(viewer.id, search, now)}`, max),
  tabs: countTabs,
  countedTab: ({ state }) => state,
  cursorOf: (row, { sort }) => cursorOf(row, sort),
}

/** The sponsor's newest campaigns that are not completed. */
export function selectCurrent(db: Database, sponsor: UserId, now: number, limit: number) {
  const matching = and(eq(campaigns.sponsorId, sponsor), isInPhase('not_completed', now))
  return selectRows(db, matching, sql`${desc(campaigns.id)}`, limit, now)
}

function selectRows(db: Database, matching: SQL | undefined, orderBy: SQL, limit: number, startedAt: number) {
  // Requests are counted for the rows of the page only, not for all that are sorted.
  const page = sql`(select ${campaigns.id} as campaign_id from ${campaigns} where ${matching}
    order by ${orderBy} limit ${limit}) page`
  return db.orm
    .select({
      id: campaigns.id,
      name: campaigns.name,
      brief: campaigns.brief,
      category: campaigns.category,
      niche: campaigns.niche,
      platforms: campaigns.platforms,
      wantedDeliverables: campaigns.wantedDeliverables,
      visibility: campaigns.visibility,
      startDate: campaigns.startDate,
      endDate: campaigns.endDate,
      timeZone: campaigns.timeZone,
      startsAt: campaigns.startsAt,
      endsAt: campaigns.endsAt,
      budget: campaigns.budget,
      committed: campaigns.committed,
      state: campaigns.state,
      flaggedAt: campaigns.flaggedAt,
      createdAt: campaigns.createdAt,
      requests: countRequests(sql`1`),
      agreed: countRequests(sql`state = 'accepted'`),
      startedAt: sql<number>`${startedAt}`,
    })
    .from(page)
    .crossJoin(campaigns)
    .where(eq(campaigns.id, sql`page.campaign_id`))
}

/** How many of a campaign's requests meet a condition. */
export function countRequests(condition: SQL): SQL<number> {
  return sql<number>`(select count(*) from ${adRequests} where campaign_id = ${sql`${campaigns.id}`} and ${condition})`
}

// One pass over the sponsor's rows. Grouping would have to sort them.
function countTabs({ db, viewer, now }: ListContext, search: OwnCampaignSearch) {
  const countIn = (phase: Phase) => sql<number>`coalesce(sum(${isInPhase(phase, now)}), 0)`
  const counts = Object.fromEntries(phases.map((phase) => [phase, countIn(phase)]))
  return db.orm
    .select({ all: sql<number>`count(*)`, ...counts })
    .from(campaigns)
    .where(ownCampaigns(viewer.id, { ...search, state: allOwnCampaigns.state }, now))
}
