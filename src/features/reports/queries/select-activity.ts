import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { CampaignId, UserId } from '../../../shared/ids.ts'
import { events } from '../../activity/schema.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { from, monthName, ownColumn, reader, type Side, type Span, spanRows, to } from './spans.ts'

/**
 * How many requests of each campaign were opened and closed in each span, and how many were open at its end: those
 * opened before, less those closed before. Only campaigns with any of these. Only sponsors get budgets.
 */
export function selectActivity({ orm }: Database, side: Side, spans: readonly Span[], now: number) {
  const isSponsor = side === 'sponsor'
  return orm
    .select({
      reader: sql<UserId>`reader`,
      month: sql<string>`month`,
      campaignId: sql<CampaignId>`activity.campaign_id`,
      /** Null if the campaign was deleted. */
      existingId: campaigns.id,
      name: sql<string>`coalesce(${campaigns.name}, ${nameOfDeleted}, 'Deleted campaign')`,
      budget: isSponsor ? sql<number>`coalesce(${campaigns.budget}, 0)` : sql<number>`0`,
      committed: isSponsor ? sql<number>`coalesce(${campaigns.committed}, 0)` : sql<number>`0`,
      invited: sql<number>`invited`,
      applied: sql<number>`applied`,
      accepted: sql<number>`accepted`,
      rejected: sql<number>`rejected`,
      withdrawn: sql<number>`withdrawn`,
      expired: sql<number>`expired`,
      pending: sql<number>`opened - closed`,
    })
    .from(activityByCampaign(side, spans, now))
    .leftJoin(campaigns, eq(campaigns.id, sql`activity.campaign_id`))
}

const nameOfDeleted = sql`(select deleted.note from ${events} deleted where deleted.subject = 'campaign'
  and deleted.subject_id = activity.campaign_id and deleted.kind = 'deleted' limit 1)`

function activityByCampaign(side: Side, spans: readonly Span[], now: number): SQL {
  const isOpening = sql`kind in ('invited', 'applied')`
  const isEnd = sql`kind in ('accepted', 'rejected', 'withdrawn', 'expired')`
  return sql`(select reader, month, campaign_id,
      ${countIn('invited')}, ${countIn('applied')}, ${countIn('accepted')}, ${countIn('rejected')},
      ${countIn('withdrawn')}, ${countIn('expired')}, sum(${isOpening}) as opened, sum(${isEnd}) as closed
    from (${recorded(side, spans)} union all ${unrecordedExpiries(side, spans, now)})
    group by reader, month, campaign_id having sum(is_in_month) > 0 or opened > closed) activity`
}

function countIn(kind: string): SQL {
  return sql`sum(is_in_month and kind = ${sql.raw(`'${kind}'`)}) as ${sql.identifier(kind)}`
}

function recorded(side: Side, spans: readonly Span[]): SQL {
  return sql`select ${reader} as reader, ${monthName} as month, ${events.campaignId} as campaign_id,
      ${events.kind} as kind, ${events.at} >= ${from} as is_in_month
    from ${spanRows(spans)} cross join ${events} on ${ownColumn(side)} = ${reader} and ${events.at} < ${to}`
}

/** Requests that the clock has ended, but no job has recorded yet. */
export function unrecordedExpiries(side: Side, spans: readonly Span[], now: number): SQL {
  const own = side === 'sponsor' ? adRequests.sponsorId : adRequests.influencerId
  return sql`select ${reader}, ${monthName}, ${adRequests.campaignId}, 'expired', ${adRequests.closesAt} >= ${from}
    from ${spanRows(spans)} cross join ${adRequests} on ${own} = ${reader} and ${adRequests.state} = 'pending'
      and ${adRequests.closesAt} < ${to} and ${adRequests.closesAt} <= ${now}`
}
