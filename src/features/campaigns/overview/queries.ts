import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { selectActivity } from '../../activity/events.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import { collaborations } from '../../collaborations/schema.ts'
import { selectCampaign, selectGoals, toCampaign, type WithGoals } from '../queries.ts'

/** A campaign with its books: what its sponsor and admins see. */
export interface Overview extends WithGoals {
  readonly events: readonly Happened[]
  readonly requests: RequestCounts
  readonly latest: readonly LatestRequest[]
  /** Pieces that were agreed, and those of them that are published. */
  readonly deliverables: { readonly agreed: number; readonly published: number }
}

export type Happened = Awaited<ReturnType<typeof selectActivity>>[number]
export type LatestRequest = Awaited<ReturnType<typeof selectLatest>>[number]

export interface RequestCounts {
  readonly all: number
  /** Open ones; `yourMove` of them wait for the sponsor. */
  readonly pending: number
  readonly yourMove: number
  readonly accepted: number
  readonly rejected: number
  readonly withdrawn: number
  /** Those that the clock has ended count here, whether or not a job has said so. */
  readonly expired: number
}

/** For sponsors and admins, in one round trip; null when it is not there for this viewer. */
export async function findOverview(
  db: Database,
  viewer: Viewer,
  id: CampaignId,
  now: number,
): Promise<Overview | null> {
  const [[campaign], goals, newestEvents, [requests], latest, [agreed]] = await db.read([
    selectCampaign(db, viewer, id),
    selectGoals(db, { id }),
    selectActivity(db, { subject: 'campaign', subjectId: id }),
    countRequests(db, id, now),
    selectLatest(db, id),
    countAgreed(db, id),
  ])
  if (!campaign || !requests) return null
  const deliverables = { agreed: agreed?.pieces ?? 0, published: 0 }
  return {
    campaign: toCampaign(campaign),
    goals,
    events: newestEvents.toReversed(),
    requests,
    latest,
    deliverables,
  }
}

function countRequests(db: Database, id: CampaignId, now: number) {
  const { state, turn, closesAt } = adRequests
  const isOpen = sql`${state} = 'pending' and ${closesAt} > ${now}`
  return db.orm
    .select({
      all: sql<number>`count(*)`,
      pending: counted(isOpen),
      yourMove: counted(sql`${isOpen} and ${turn} = 'sponsor'`),
      accepted: counted(sql`${state} = 'accepted'`),
      rejected: counted(sql`${state} = 'rejected'`),
      withdrawn: counted(sql`${state} = 'withdrawn'`),
      expired: counted(sql`${state} = 'expired' or (${state} = 'pending' and ${closesAt} <= ${now})`),
    })
    .from(adRequests)
    .where(eq(adRequests.campaignId, id))
}

function counted(condition: SQL) {
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

function countAgreed(db: Database, id: CampaignId) {
  return db.orm
    .select({ pieces: sql<number | null>`sum(agreed.value ->> 'count')` })
    .from(sql`${collaborations}, json_each(${collaborations.terms}, '$.deliverables') agreed`)
    .where(
      and(eq(collaborations.campaignId, id), sql`${collaborations.state} not in ('cancelled', 'lapsed')`),
    )
}
