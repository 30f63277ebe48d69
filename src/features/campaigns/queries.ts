import { and, asc, eq, getTableColumns, isNull, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral, neLiteral } from '../../platform/db/literals.ts'
import { type Orm, prepared, type Slots } from '../../platform/db/prepared.ts'
import type { Viewer } from '../../platform/http/context.ts'
import type { CampaignId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { adRequests } from '../ad-requests/schema.ts'
import { sponsors } from '../sponsors/schema.ts'
import type { Campaign } from './campaign.ts'
import type { Goal } from './goals/goals.ts'
import { campaignGoals, campaigns } from './schema.ts'

export interface CampaignWithGoals {
  readonly campaign: Campaign
  /** In the sponsor's order. */
  readonly goals: readonly Goal[]
}

/** One of the sponsor's own campaigns with its goals; null if it is not theirs. One round trip. */
export async function findOwnCampaign(
  db: Database,
  sponsor: UserId,
  id: CampaignId,
): Promise<CampaignWithGoals | null> {
  const [[campaign], goals] = await db.read([selectOwn(db, { id, sponsor }), selectGoals(db, { id })])
  return campaign ? { campaign, goals } : null
}

/** The campaign, if the viewer may see it. */
export function selectCampaign(db: Database, viewer: Viewer | null, id: CampaignId) {
  return selectVisible(db, { id, viewer: viewer?.id ?? null }, viewer?.role ?? null)
}

export const selectGoals = prepared((orm, { id }: Slots<{ id: CampaignId }>) =>
  orm
    .select({
      id: campaignGoals.id,
      position: campaignGoals.position,
      text: campaignGoals.text,
      doneAt: campaignGoals.doneAt,
    })
    .from(campaignGoals)
    .where(eq(campaignGoals.campaignId, id))
    .orderBy(asc(campaignGoals.position))
    .limit(100),
)

const selectVisible = prepared(
  (orm, { id, viewer }: Slots<{ id: CampaignId; viewer: UserId | null }>, role: Viewer['role'] | null) =>
    selectCampaigns(orm).where(and(eq(campaigns.id, id), visibleTo(role, viewer))),
)

const selectOwn = prepared((orm, { id, sponsor }: Slots<{ id: CampaignId; sponsor: UserId }>) =>
  selectCampaigns(orm).where(and(eq(campaigns.id, id), eq(campaigns.sponsorId, sponsor))),
)

function selectCampaigns(orm: Orm) {
  return orm
    .select({ ...getTableColumns(campaigns), sponsorName: sponsors.companyName })
    .from(campaigns)
    .innerJoin(users, eq(users.id, campaigns.sponsorId))
    .innerJoin(sponsors, eq(sponsors.userId, campaigns.sponsorId))
    .$dynamic()
}

/**
 * Admins see every campaign, sponsors their own, influencers those that they have a request for. Everybody sees
 * public active ones. Only admins and the sponsor see a campaign that is flagged, or whose sponsor is flagged or not active.
 * For selects that join the sponsor and their account.
 */
export function visibleTo(role: Viewer['role'] | null, viewer: Placeholder | UserId): SQL | undefined {
  if (role === 'admin') return undefined
  const unblocked = and(
    isNull(campaigns.flaggedAt),
    isNull(sponsors.flaggedAt),
    eqLiteral(users.status, 'active'),
  )
  const open = and(eqLiteral(campaigns.state, 'active'), eqLiteral(campaigns.visibility, 'public'), unblocked)
  if (role === null) return open
  if (role === 'sponsor') return or(eq(campaigns.sponsorId, viewer), open)
  return or(open, and(neLiteral(campaigns.state, 'draft'), unblocked, hasRequestFrom(viewer)))
}

function hasRequestFrom(influencer: Placeholder | UserId): SQL {
  return sql`exists (select 1 from ${adRequests} where ${adRequests.campaignId} = ${campaigns.id}
    and ${adRequests.influencerId} = ${influencer})`
}
