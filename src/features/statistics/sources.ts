import { sql } from 'drizzle-orm'
import { eqLiteral, neLiteral } from '../../platform/db/literals.ts'
import type { FigureSource, FigureSources } from '../../platform/figures/figure-source.ts'
import { users } from '../accounts/schema.ts'
import { answerTimeSql } from '../ad-requests/rows/answer-time.ts'
import { adRequests } from '../ad-requests/schema.ts'
import { recordedPhaseSql } from '../campaigns/recorded-phase.ts'
import { campaigns } from '../campaigns/schema.ts'
import { collaborations } from '../collaborations/schema.ts'
import { followerTierSql } from '../influencers/follower-tier.ts'
import { influencers } from '../influencers/schema.ts'

/*
 * Every figure: what it counts, and by what it is divided. To add one, add it here: the triggers, the rebuild and the
 * tests follow, and `npm run migrate` builds it. What the dashboards call it is in `figures.ts`.
 */

/** Influencers that anybody can find. */
const visibleInfluencers = {
  from: influencers,
  join: { table: users, on: sql`${users.id} = ${influencers.userId}` },
  where: sql`${eqLiteral(users.status, 'active')} and ${influencers.flaggedAt} is null`,
} satisfies FigureSource

/** How many there are now. */
const stocks = {
  accounts: {
    from: users,
    where: neLiteral(users.role, 'admin'),
    dimension: sql`${users.role} || '_' || ${users.status}`,
  },
  influencers: { ...visibleInfluencers, dimension: followerTierSql(influencers.followers) },
  reach: { ...visibleInfluencers, amount: influencers.reach },
  flagged_influencers: { from: influencers, where: sql`${influencers.flaggedAt} is not null` },
  /** Those that have ended since the last sweep count as they are stored until it records them. */
  campaigns: {
    from: campaigns,
    dimension: sql`${recordedPhaseSql} || '_' || ${campaigns.visibility}`,
  },
  /** Public ones that anybody can find. Those that have ended since the last sweep count until it records them. */
  open_campaigns: {
    from: campaigns,
    join: { table: users, on: sql`${users.id} = ${campaigns.sponsorId}` },
    where: sql`${campaigns.state} = 'active' and ${campaigns.visibility} = 'public' and ${campaigns.flaggedAt} is null
      and ${campaigns.endsAt} is not ${campaigns.recordedEndAt} and ${users.status} = 'active'`,
    dimension: campaigns.category,
  },
  flagged_campaigns: { from: campaigns, where: sql`${campaigns.flaggedAt} is not null` },
  /** Those that have expired since the last sweep count as pending until it records them. */
  requests: {
    from: adRequests,
    dimension: sql`iif(${adRequests.state} = 'pending', 'pending_' || ${adRequests.turn}, ${adRequests.state})`,
    owners: [adRequests.sponsorId, adRequests.influencerId],
  },
  deals: { from: collaborations },
} as const satisfies FigureSources

const bothSides = [adRequests.sponsorId, adRequests.influencerId]

/**
 * How many there were on each day. What a list shows is counted from the rows of the list, so that the two agree even if
 * a campaign was deleted with its requests.
 */
const flows = {
  sign_ups: {
    from: users,
    where: neLiteral(users.role, 'admin'),
    at: users.createdAt,
    dimension: users.role,
  },
  /** Those whose accounts are active now. */
  active_sign_ups: {
    from: users,
    where: sql`${neLiteral(users.role, 'admin')} and ${eqLiteral(users.status, 'active')}`,
    at: users.createdAt,
    dimension: users.role,
  },
  published: { from: campaigns, where: sql`${campaigns.publishedAt} is not null`, at: campaigns.publishedAt },
  sent: { from: adRequests, at: adRequests.createdAt, dimension: adRequests.origin, owners: bothSides },
  /** A request that is not open any more keeps the time when it ended. */
  closed: {
    from: adRequests,
    where: neLiteral(adRequests.state, 'pending'),
    at: adRequests.closesAt,
    dimension: adRequests.state,
    owners: bothSides,
  },
  /** In cents. */
  agreed: {
    from: collaborations,
    at: collaborations.createdAt,
    amount: collaborations.paymentAmount,
    owners: [collaborations.sponsorId, collaborations.influencerId],
  },
  /** The reach that was agreed on, of each influencer when they agreed. */
  agreed_reach: {
    from: collaborations,
    at: collaborations.createdAt,
    amount: collaborations.influencerReach,
    owners: [collaborations.sponsorId],
  },
  /** Requests that got their first answer, by how long it took. They belong to the person who answered. */
  first_answers: {
    from: adRequests,
    where: sql`${adRequests.firstAnsweredAt} is not null`,
    at: adRequests.firstAnsweredAt,
    dimension: answerTimeSql(adRequests.firstAnsweredAt, adRequests.createdAt),
    owners: [
      sql`iif(${eqLiteral(adRequests.origin, 'invitation')}, ${adRequests.influencerId}, ${adRequests.sponsorId})`,
    ],
  },
} as const satisfies FigureSources

export const figureSources: Readonly<Record<FigureName, FigureSource>> = { ...stocks, ...flows }

export type StockName = keyof typeof stocks
export type FlowName = keyof typeof flows
export type FigureName = StockName | FlowName

export const stockNames = Object.keys(stocks) as StockName[]
export const flowNames = Object.keys(flows) as FlowName[]
