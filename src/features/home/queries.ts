import { and, desc, eq, exists, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral, literals } from '../../platform/db/literals.ts'
import type { Viewer } from '../../platform/http/context.ts'
import type { Cents } from '../../shared/money.ts'
import { users } from '../accounts/schema.ts'
import { selectWaiting } from '../ad-requests/list/queries.ts'
import { isInPhase } from '../campaigns/list/conditions.ts'
import { selectCurrent } from '../campaigns/list/queries.ts'
import { campaigns } from '../campaigns/schema.ts'
import { activeStates, collaborations } from '../collaborations/schema.ts'
import { selectOpenFlagsOf } from '../flags/queries.ts'
import { channels } from '../influencers/schema.ts'
import { sponsors } from '../sponsors/schema.ts'
import type { Period } from '../statistics/period.ts'
import { selectFigures } from '../statistics/queries.ts'
import { valuesOf } from '../statistics/values.ts'

const SHOWN = 5

export type OpenFlag = Awaited<ReturnType<typeof selectOpenFlagsOf>>[number]
export type Waiting = Awaited<ReturnType<typeof selectWaiting>>[number]
export type SponsorHome = Awaited<ReturnType<typeof readSponsorHome>>
export type InfluencerHome = Awaited<ReturnType<typeof readInfluencerHome>>

/** One round trip. */
export async function readSponsorHome(db: Database, viewer: Viewer, period: Period, now: number) {
  const [waiting, [budgets], own, flagged, figures, ends, firstDay] = await db.read([
    selectWaiting(db, viewer, now, SHOWN),
    db.orm
      .select({
        active: sql<number>`count(*) filter (where ${isInPhase('active', now)})`,
        committed: sql<Cents>`coalesce(sum(${campaigns.committed}), 0)`,
        paid: sql<Cents>`coalesce(sum(${campaigns.paid}), 0)`,
      })
      .from(campaigns)
      .where(eq(campaigns.sponsorId, viewer.id)),
    selectCurrent(db, viewer.id, now, SHOWN),
    selectOpenFlagsOf(db, viewer.id, SHOWN, now),
    ...selectFigures(db, { id: viewer.id, role: 'sponsor' }, period, now),
  ])
  const values = valuesOf(period, [figures, ends, firstDay])
  return { waiting, flagged, budgets, campaigns: own, values }
}

/** One round trip. */
export async function readInfluencerHome(db: Database, viewer: Viewer, period: Period, now: number) {
  const [waiting, activeDeals, flagged, newCampaigns, [profile], figures, ends, firstDay] = await db.read([
    selectWaiting(db, viewer, now, SHOWN),
    selectActiveDeals(db, viewer),
    selectOpenFlagsOf(db, viewer.id, SHOWN, now),
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
    db.orm
      .select({
        hasChannels: exists(
          db.orm.select({ id: channels.id }).from(channels).where(eq(channels.influencerId, viewer.id)),
        ).mapWith(Boolean),
      })
      .from(sql`(select 1)`),
    ...selectFigures(db, { id: viewer.id, role: 'influencer' }, period, now),
  ])
  const values = valuesOf(period, [figures, ends, firstDay])
  return { waiting, flagged, activeDeals, newCampaigns, hasChannels: profile?.hasChannels ?? false, values }
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
