import { and, asc, eq, isNull, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral, neLiteral } from '../../platform/db/literals.ts'
import { type Orm, prepared, type Slots } from '../../platform/db/prepared.ts'
import type { Viewer } from '../../platform/http/context.ts'
import type { CampaignId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { adRequests } from '../ad-requests/schema.ts'
import { sponsors } from '../sponsors/schema.ts'
import type { Campaign, Plan } from './campaign.ts'
import type { Goal } from './goals/goals.ts'
import { campaignGoals, campaigns } from './schema.ts'

/** A campaign with its goals in their order. */
export interface WithGoals {
  readonly campaign: Campaign
  readonly goals: readonly Goal[]
}

/**
 * Which campaigns one sees, over `campaigns` joined with `users` as its sponsor: a sponsor its own, admins all,
 * everybody what is active and public, and influencers what they have a request with. What is flagged, or
 * whose sponsor is not active, nobody else sees.
 */
function visibleTo(role: Viewer['role'] | null, viewer: Placeholder): SQL | undefined {
  if (role === 'admin') return undefined
  const open = and(isNull(campaigns.flaggedAt), eqLiteral(users.status, 'active'))
  const published = and(eqLiteral(campaigns.state, 'active'), eqLiteral(campaigns.visibility, 'public'), open)
  if (role === null) return published
  if (role === 'sponsor') return or(eq(campaigns.sponsorId, viewer), published)
  return or(published, and(neLiteral(campaigns.state, 'draft'), open, isTiedTo(viewer)))
}

/** A campaign and its goals, for its form; null when it is not the sponsor's. One round trip. */
export async function findOwn(db: Database, sponsor: UserId, id: CampaignId): Promise<WithGoals | null> {
  const [[campaign], goals] = await db.read([selectOwn(db, { id, sponsor }), selectGoals(db, { id })])
  return campaign ? { campaign: toCampaign(campaign), goals } : null
}

/** The campaign that a form has made already, by the form's key; null when it has not. */
export async function findMadeBy(db: Database, sponsor: UserId, formKey: string): Promise<CampaignId | null> {
  const [made] = await db.orm
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.sponsorId, sponsor), eq(campaigns.formKey, formKey)))
  return made?.id ?? null
}

/** The campaign, if the viewer may see it. */
export function selectCampaign(db: Database, viewer: Viewer | null, id: CampaignId) {
  return selectVisible(db, { id, viewer: viewer?.id ?? null }, viewer?.role ?? null)
}

const selectVisible = prepared(
  (orm, { id, viewer }: Slots<{ id: CampaignId; viewer: UserId | null }>, role: Viewer['role'] | null) =>
    selectCampaigns(orm).where(and(eq(campaigns.id, id), visibleTo(role, viewer))),
)

const selectOwn = prepared((orm, { id, sponsor }: Slots<{ id: CampaignId; sponsor: UserId }>) =>
  selectCampaigns(orm).where(and(eq(campaigns.id, id), eq(campaigns.sponsorId, sponsor))),
)

function selectCampaigns(orm: Orm) {
  return orm
    .select({ row: campaigns, sponsorName: sponsors.companyName, timeZone: users.timeZone })
    .from(campaigns)
    .innerJoin(users, eq(users.id, campaigns.sponsorId))
    .innerJoin(sponsors, eq(sponsors.userId, campaigns.sponsorId))
    .$dynamic()
}

type CampaignRow = Awaited<ReturnType<typeof selectCampaigns>>[number]

export function toCampaign({ row, sponsorName, timeZone }: CampaignRow): Campaign {
  return {
    ...toPlan(row),
    id: row.id,
    sponsorId: row.sponsorId,
    sponsorName,
    timeZone,
    state: row.state,
    committed: row.committed,
    paid: row.paid,
    flag: row.flaggedAt === null ? null : { at: row.flaggedAt, reason: row.flagReason ?? '' },
    createdAt: row.createdAt,
    publishedAt: row.publishedAt,
    version: row.version,
  }
}

function toPlan(row: CampaignRow['row']): Plan {
  return {
    name: row.name,
    brief: row.brief,
    category: row.category,
    niche: row.niche,
    platforms: row.platforms,
    deliverables: row.wantedDeliverables,
    hashtags: row.hashtags,
    mentions: row.mentions,
    dos: row.dos,
    donts: row.donts,
    disclosure: row.disclosure,
    usageChannels: row.usageChannels,
    usageMonths: row.usageMonths,
    startDate: row.startDate,
    endDate: row.endDate,
    endsAt: row.endsAt,
    budget: row.budget,
    visibility: row.visibility,
  }
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

function isTiedTo(influencer: Placeholder): SQL {
  return sql`exists (select 1 from ${adRequests} where ${adRequests.campaignId} = ${campaigns.id}
    and ${adRequests.influencerId} = ${influencer})`
}
