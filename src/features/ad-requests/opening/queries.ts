import { and, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { CampaignId, UserId } from '../../../shared/ids.ts'
import { MINUTE } from '../../../shared/time.ts'
import { users } from '../../accounts/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { RequestContext } from '../blocker.ts'
import type { Offer } from '../offer.ts'
import { saysTheSame } from '../offer-changes.ts'
import { toOffer } from '../queries.ts'
import { adRequests, offers } from '../schema.ts'

/** A campaign and the influencers that are to be tied to it, as `open` needs to know them. */
export interface Opening {
  readonly campaign: typeof campaigns.$inferSelect
  readonly candidates: readonly Candidate[]
}

export interface Candidate {
  readonly influencerId: UserId
  readonly name: string
  readonly situation: RequestContext
  /** A request of the pair that is open already. */
  readonly openRequest: number | null
}

/** At most so many are invited at once. */
export const MAX_INVITED = 50

/** Campaign and candidates in one round trip. The caller says by `visible` which campaigns the viewer may tie. */
export async function findOpening(
  db: Database,
  campaignId: CampaignId,
  influencerIds: readonly UserId[],
  visible: SQL | undefined,
  now: number,
): Promise<Opening | null> {
  const [[found], candidates] = await db.read([
    db.orm
      .select({ campaign: campaigns, sponsorName: sponsors.companyName, sponsorStatus: users.status })
      .from(campaigns)
      .innerJoin(sponsors, eq(sponsors.userId, campaigns.sponsorId))
      .innerJoin(users, eq(users.id, campaigns.sponsorId))
      .where(and(eq(campaigns.id, campaignId), visible)),
    selectCandidates(db, campaignId, influencerIds, now),
  ])
  if (!found) return null
  const { campaign, sponsorName, sponsorStatus } = found
  const around = {
    campaign: { ...campaign, flagged: campaign.flaggedAt !== null, endsAt: campaign.endsAt },
    sponsor: { name: sponsorName, active: sponsorStatus === 'active' },
  }
  return { campaign, candidates: candidates.map((row) => toCandidate(row, around)) }
}

/**
 * Whether each of these pairs was asked just this a moment ago: then the form was sent twice, and the first time did
 * what it was to do. As with messages, a minute later it is meant anew.
 */
export async function wasSentBefore(
  db: Database,
  { campaign, candidates }: Opening,
  offer: Offer,
): Promise<boolean> {
  const ids = candidates.map(({ influencerId }) => influencerId)
  const recent = await db.orm
    .select({ influencerId: adRequests.influencerId, offer: offers })
    .from(adRequests)
    .innerJoin(offers, and(eq(offers.adRequestId, adRequests.id), eq(offers.number, offer.number)))
    .where(
      and(
        eq(adRequests.campaignId, campaign.id),
        inArray(adRequests.influencerId, ids),
        gt(adRequests.createdAt, offer.madeAt - MINUTE),
      ),
    )
  const same = recent.filter((row) => saysTheSame(toOffer(row.offer), offer))
  return ids.every((id) => same.some(({ influencerId }) => influencerId === id))
}

function selectCandidates(
  db: Database,
  campaignId: CampaignId,
  influencerIds: readonly UserId[],
  now: number,
) {
  return db.orm
    .select({
      influencerId: users.id,
      name: users.displayName,
      status: users.status,
      flaggedAt: influencers.flaggedAt,
      openRequest: sql<number | null>`(select id from ${adRequests} where campaign_id = ${campaignId}
        and influencer_id = ${users.id} and state = 'pending' and closes_at > ${now})`,
    })
    .from(influencers)
    .innerJoin(users, eq(users.id, influencers.userId))
    .where(inArray(influencers.userId, [...influencerIds]))
    .orderBy(users.displayName)
    .limit(MAX_INVITED + 1)
}

type CandidateRow = Awaited<ReturnType<typeof selectCandidates>>[number]

function toCandidate(row: CandidateRow, around: Omit<RequestContext, 'influencer'>): Candidate {
  const influencer = { name: row.name, active: row.status === 'active', flagged: row.flaggedAt !== null }
  return {
    influencerId: row.influencerId,
    name: row.name,
    openRequest: row.openRequest,
    situation: { ...around, influencer },
  }
}
