import { and, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { eqLiteral } from '../../../platform/db/literals.ts'
import type { AdRequestId, CampaignId, UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { visibleTo } from '../../campaigns/queries.ts'
import { type CampaignRow, campaigns } from '../../campaigns/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { RequestContext } from '../blocker.ts'
import { adRequests } from '../schema.ts'

/** A campaign, and the influencers who are invited or the one who applies. */
export interface Opening {
  readonly campaign: CampaignRow
  readonly sponsorName: string
  readonly candidates: readonly Candidate[]
}

export interface Candidate {
  readonly influencerId: UserId
  /** Null if their profile is hidden, because then nobody may learn from an id who it is. */
  readonly name: string | null
  readonly context: RequestContext
  readonly openRequest: AdRequestId | null
  /** Whether their profile says that they take offers. */
  readonly takesOffers: boolean
}

/** How many influencers can be invited at once. */
export const MAX_INVITED = 50

/** Null if the campaign is not the sponsor's. */
export function findInvitation(
  db: Database,
  sponsorId: UserId,
  campaignId: CampaignId,
  influencerIds: readonly UserId[],
  now: number,
): Promise<Opening | null> {
  return findOpening(db, campaignId, influencerIds, eq(campaigns.sponsorId, sponsorId), now)
}

/**
 * Null if the influencer may not see the campaign, or if it is private: they cannot apply to a private one, even if
 * they were invited before.
 */
export function findApplication(
  db: Database,
  influencerId: UserId,
  campaignId: CampaignId,
  now: number,
): Promise<Opening | null> {
  const isAllowed = and(visibleTo('influencer', influencerId), eqLiteral(campaigns.visibility, 'public'))
  return findOpening(db, campaignId, [influencerId], isAllowed, now)
}

async function findOpening(
  db: Database,
  campaignId: CampaignId,
  influencerIds: readonly UserId[],
  isAllowed: SQL | undefined,
  now: number,
): Promise<Opening | null> {
  const [[found], candidates] = await db.read([
    db.orm
      .select({
        campaign: campaigns,
        sponsorName: sponsors.companyName,
        sponsorStatus: users.status,
        sponsorFlaggedAt: sponsors.flaggedAt,
      })
      .from(campaigns)
      .innerJoin(sponsors, eq(sponsors.userId, campaigns.sponsorId))
      .innerJoin(users, eq(users.id, campaigns.sponsorId))
      .where(and(eq(campaigns.id, campaignId), isAllowed)),
    selectCandidates(db, campaignId, influencerIds, now),
  ])
  if (!found) return null
  const { campaign, sponsorName, sponsorStatus, sponsorFlaggedAt } = found
  const context = {
    campaign: { ...campaign, flagged: campaign.flaggedAt !== null },
    sponsor: { name: sponsorName, active: sponsorStatus === 'active', flagged: sponsorFlaggedAt !== null },
  }
  return { campaign, sponsorName, candidates: candidates.map((row) => toCandidate(row, context)) }
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
      name: nameIfVisible,
      status: users.status,
      flaggedAt: influencers.flaggedAt,
      availability: influencers.availability,
      openRequest: sql<AdRequestId | null>`(select id from ${adRequests} where campaign_id = ${campaignId}
        and influencer_id = ${users.id} and state = 'pending' and closes_at > ${now})`,
    })
    .from(influencers)
    .innerJoin(users, eq(users.id, influencers.userId))
    .where(inArray(influencers.userId, [...influencerIds]))
    .orderBy(users.displayName)
    .limit(MAX_INVITED + 1)
}

/** As on their profile, which nobody else sees while they are flagged or not active. */
const nameIfVisible = sql<string | null>`iif(${users.status} = 'active' and ${influencers.flaggedAt} is null,
  ${users.displayName}, null)`

type CandidateRow = Awaited<ReturnType<typeof selectCandidates>>[number]

function toCandidate(
  { status, flaggedAt, availability, ...row }: CandidateRow,
  context: Omit<RequestContext, 'influencer'>,
): Candidate {
  const influencer = { name: row.name ?? '', active: status === 'active', flagged: flaggedAt !== null }
  return { ...row, takesOffers: availability !== 'closed', context: { ...context, influencer } }
}

export interface CampaignChoice {
  readonly campaigns: readonly { readonly id: CampaignId; readonly name: string }[]
  readonly influencers: readonly Pick<Candidate, 'influencerId' | 'name'>[]
}

/** A sponsor's open campaigns, newest first, and the given influencers. */
export async function findCampaignChoice(
  db: Database,
  sponsorId: UserId,
  influencerIds: readonly UserId[],
  now: number,
): Promise<CampaignChoice> {
  const [open, chosen] = await db.read([
    db.orm
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaigns)
      .innerJoin(sponsors, eq(sponsors.userId, campaigns.sponsorId))
      .where(
        and(
          eq(campaigns.sponsorId, sponsorId),
          eqLiteral(campaigns.state, 'active'),
          isNull(campaigns.flaggedAt),
          isNull(sponsors.flaggedAt),
          gt(campaigns.endsAt, now),
        ),
      )
      .orderBy(desc(campaigns.id))
      .limit(100),
    db.orm
      .select({ influencerId: users.id, name: nameIfVisible })
      .from(influencers)
      .innerJoin(users, eq(users.id, influencers.userId))
      .where(inArray(influencers.userId, [...influencerIds])),
  ])
  return { campaigns: open, influencers: chosen }
}
