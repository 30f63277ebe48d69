import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral, literal, literals } from '../../platform/db/literals.ts'
import type { Viewer } from '../../platform/http/context.ts'
import type { Cents } from '../../shared/money.ts'
import { users } from '../accounts/schema.ts'
import { selectAdRequests } from '../ad-requests/list/queries.ts'
import { adRequests } from '../ad-requests/schema.ts'
import { selectOwnCampaigns } from '../campaigns/list/queries.ts'
import { campaigns } from '../campaigns/schema.ts'
import { activeStates, collaborations } from '../collaborations/schema.ts'
import { selectOpenFlagsOf } from '../flags/queries.ts'
import { sponsors } from '../sponsors/schema.ts'

const SHOWN = 5

export type OpenFlag = Awaited<ReturnType<typeof selectOpenFlagsOf>>[number]
export type Waiting = Awaited<ReturnType<typeof selectAdRequests>>[number]
export type SponsorHome = Awaited<ReturnType<typeof readSponsorHome>>
export type InfluencerHome = Awaited<ReturnType<typeof readInfluencerHome>>

/** One round trip. */
export async function readSponsorHome(db: Database, viewer: Viewer, now: number) {
  const [waiting, [figures], own, flagged] = await db.read([
    selectWaiting(db, viewer, now),
    db.orm
      .select({
        active: sql<number>`count(*) filter (where ${campaigns.state} = 'active' and ${campaigns.endsAt} > ${now}
          and coalesce(${campaigns.startsAt}, 0) <= ${now})`,
        committed: sql<Cents>`coalesce(sum(${campaigns.committed}), 0)`,
        paid: sql<Cents>`coalesce(sum(${campaigns.paid}), 0)`,
        theirMove: openCount(viewer, 'sponsor_id', 'influencer', now),
      })
      .from(campaigns)
      .where(eq(campaigns.sponsorId, viewer.id)),
    selectOwnCampaigns(db, viewer.id, { query: '', phase: 'not_completed', after: null }, now),
    selectOpenFlagsOf(db, viewer.id, SHOWN),
  ])
  return { waiting, flagged, figures, campaigns: own.slice(0, SHOWN) }
}

/** One round trip. */
export async function readInfluencerHome(db: Database, viewer: Viewer, now: number) {
  const [waiting, [figures], activeDeals, flagged, newCampaigns] = await db.read([
    selectWaiting(db, viewer, now),
    db.orm
      .select({
        agreed: sql<number>`count(*)`,
        earned: sql<Cents>`coalesce(sum(${collaborations.paymentAmount}), 0)`,
        theirMove: openCount(viewer, 'influencer_id', 'sponsor', now),
      })
      .from(collaborations)
      .where(eq(collaborations.influencerId, viewer.id)),
    selectActiveDeals(db, viewer),
    selectOpenFlagsOf(db, viewer.id, SHOWN),
    db.orm
      .select({
        id: campaigns.id,
        name: campaigns.name,
        category: campaigns.category,
        endDate: campaigns.endDate,
        timeZone: campaigns.timeZone,
      })
      .from(campaigns)
      .innerJoin(users, eq(users.id, campaigns.sponsorId))
      .innerJoin(sponsors, eq(sponsors.userId, campaigns.sponsorId))
      .where(
        and(
          eqLiteral(users.status, 'active'),
          isNull(sponsors.flaggedAt),
          sql`${campaigns.state} = 'active' and ${campaigns.visibility} = 'public' and ${campaigns.flaggedAt} is null`,
          sql`${campaigns.endsAt} > ${now}`,
        ),
      )
      .orderBy(desc(campaigns.publishedAt), desc(campaigns.id))
      .limit(SHOWN),
  ])
  return { waiting, flagged, figures, activeDeals, newCampaigns }
}

// In progress, then disputed, then awaiting funding, each newest first. The index has this order, so nothing is sorted.
function selectActiveDeals(db: Database, viewer: Viewer) {
  return db.orm
    .select({
      adRequestId: collaborations.adRequestId,
      paymentAmount: collaborations.paymentAmount,
      campaignName: campaigns.name,
      sponsorName: sponsors.companyName,
    })
    .from(collaborations)
    .innerJoin(campaigns, eq(campaigns.id, collaborations.campaignId))
    .innerJoin(sponsors, eq(sponsors.userId, collaborations.sponsorId))
    .where(
      and(
        eq(collaborations.influencerId, viewer.id),
        sql`${collaborations.state} in ${literals(activeStates)}`,
      ),
    )
    .orderBy(desc(collaborations.state), desc(collaborations.id))
    .limit(SHOWN)
}

function selectWaiting(db: Database, viewer: Viewer, now: number) {
  return selectAdRequests(
    db,
    viewer,
    { query: '', listing: 'mine', campaignId: null, after: null },
    now,
    SHOWN,
  )
}

function openCount(
  viewer: Viewer,
  own: 'sponsor_id' | 'influencer_id',
  turn: string,
  now: number,
): SQL<number> {
  return sql<number>`(select count(*) from ${adRequests} where ${sql.identifier(own)} = ${viewer.id}
    and ${adRequests.state} = 'pending' and turn = ${literal(turn)} and closes_at > ${now})`
}
