import { and, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { campaigns } from '../../campaigns/schema.ts'
import type { Database } from '../../../platform/db/database.ts'
import { influencers, sponsors, users } from '../../accounts/schema.ts'
import type { CampaignId, UserId } from '../../../shared/ids.ts'
import { MINUTE } from '../../../shared/time.ts'
import { saysTheSame } from '../offer-changes.ts'
import type { Situation } from '../blocker.ts'
import type { Offer } from '../offer.ts'
import { adRequests, offers } from '../schema.ts'
import { toOffer } from '../queries.ts'

/** A campaign and the influencers that are to be tied to it, as `open` needs to know them. */
export interface Opening {
  readonly campaign: typeof campaigns.$inferSelect
  readonly candidates: readonly Candidate[]
}

export interface Candidate {
  readonly influencerId: UserId
  readonly name: string
  readonly situation: Situation
  /** A request of the pair that is open already. */
  readonly openRequest: number | null
}

/** At most so many are invited at once. */
export const MOST_INVITED = 50

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
      .select({ campaign: campaigns, sponsorName: sponsors.company_name, sponsorStatus: users.status })
      .from(campaigns)
      .innerJoin(sponsors, eq(sponsors.user_id, campaigns.sponsor_id))
      .innerJoin(users, eq(users.id, campaigns.sponsor_id))
      .where(and(eq(campaigns.id, campaignId), visible)),
    selectCandidates(db, campaignId, influencerIds, now),
  ])
  if (!found) return null
  const { campaign, sponsorName, sponsorStatus } = found
  const around = {
    campaign: { ...campaign, flagged: campaign.flagged_at !== null, endsAt: campaign.ends_at },
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
    .select({ influencerId: adRequests.influencer_id, offer: offers })
    .from(adRequests)
    .innerJoin(offers, and(eq(offers.ad_request_id, adRequests.id), eq(offers.number, offer.number)))
    .where(
      and(
        eq(adRequests.campaign_id, campaign.id),
        inArray(adRequests.influencer_id, ids),
        gt(adRequests.created_at, offer.madeAt - MINUTE),
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
      name: users.display_name,
      status: users.status,
      flaggedAt: influencers.flagged_at,
      openRequest: sql<number | null>`(select id from ${adRequests} where campaign_id = ${campaignId}
        and influencer_id = ${users.id} and state = 'pending' and closes_at > ${now})`,
    })
    .from(influencers)
    .innerJoin(users, eq(users.id, influencers.user_id))
    .where(inArray(influencers.user_id, [...influencerIds]))
    .orderBy(users.display_name)
    .limit(MOST_INVITED + 1)
}

type CandidateRow = Awaited<ReturnType<typeof selectCandidates>>[number]

function toCandidate(row: CandidateRow, around: Omit<Situation, 'influencer'>): Candidate {
  const influencer = { name: row.name, active: row.status === 'active', flagged: row.flaggedAt !== null }
  return {
    influencerId: row.influencerId,
    name: row.name,
    openRequest: row.openRequest,
    situation: { ...around, influencer },
  }
}
