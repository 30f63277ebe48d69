import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { activityOf } from '../../activity/queries.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import { collaborations } from '../../collaborations/schema.ts'
import { type CampaignWithGoals, selectCampaign, selectGoals } from '../queries.ts'

/** A campaign as its sponsor and admins see it. */
export interface Overview extends CampaignWithGoals {
  /** Oldest first. */
  readonly events: readonly ActivityEvent[]
  readonly requests: RequestCounts
  readonly latest: readonly LatestRequest[]
  /** How many deliverables were agreed on, and how many of those are published. */
  readonly deliverables: { readonly agreed: number; readonly published: number }
}

const selectActivity = activityOf('campaign')

export type ActivityEvent = Awaited<ReturnType<typeof selectActivity>>[number]
export type LatestRequest = Awaited<ReturnType<typeof selectLatest>>[number]

export interface RequestCounts {
  readonly all: number
  readonly pending: number
  /** Pending requests that the sponsor must answer. */
  readonly yourMove: number
  readonly accepted: number
  readonly rejected: number
  readonly withdrawn: number
  /** Includes those that have expired by the clock but are still stored as pending. */
  readonly expired: number
}

/** Null if the viewer may not see it. One round trip. */
export async function findOverview(
  db: Database,
  viewer: Viewer,
  id: CampaignId,
  now: number,
): Promise<Overview | null> {
  const [[campaign], goals, newestEvents, [requests], latest, [agreed]] = await db.read([
    selectCampaign(db, viewer, id),
    selectGoals(db, { id }),
    selectActivity(db, { subjectId: id }),
    countRequests(db, id, now),
    selectLatest(db, id),
    countAgreedDeliverables(db, id),
  ])
  if (!campaign || !requests) return null
  const deliverables = { agreed: agreed?.count ?? 0, published: 0 }
  return { campaign, goals, events: newestEvents.toReversed(), requests, latest, deliverables }
}

function countRequests(db: Database, id: CampaignId, now: number) {
  const { state, turn, closesAt } = adRequests
  const isOpen = sql`${state} = 'pending' and ${closesAt} > ${now}`
  return db.orm
    .select({
      all: sql<number>`count(*)`,
      pending: countIf(isOpen),
      yourMove: countIf(sql`${isOpen} and ${turn} = 'sponsor'`),
      accepted: countIf(sql`${state} = 'accepted'`),
      rejected: countIf(sql`${state} = 'rejected'`),
      withdrawn: countIf(sql`${state} = 'withdrawn'`),
      expired: countIf(sql`${state} = 'expired' or (${state} = 'pending' and ${closesAt} <= ${now})`),
    })
    .from(adRequests)
    .where(eq(adRequests.campaignId, id))
}

function countIf(condition: SQL) {
  return sql<number>`coalesce(sum(${condition}), 0)`
}

function selectLatest(db: Database, id: CampaignId) {
  return db.orm
    .select({
      id: adRequests.id,
      influencerName: users.displayName,
      state: adRequests.state,
      turn: adRequests.turn,
      amount: adRequests.paymentAmount,
      closesAt: adRequests.closesAt,
    })
    .from(adRequests)
    .innerJoin(users, eq(users.id, adRequests.influencerId))
    .where(eq(adRequests.campaignId, id))
    .orderBy(desc(adRequests.id))
    .limit(10)
}

function countAgreedDeliverables(db: Database, id: CampaignId) {
  return db.orm
    .select({ count: sql<number | null>`sum(agreed.value ->> 'count')` })
    .from(sql`${collaborations}, json_each(${collaborations.terms}, '$.deliverables') agreed`)
    .where(
      and(eq(collaborations.campaignId, id), sql`${collaborations.state} not in ('cancelled', 'lapsed')`),
    )
}
