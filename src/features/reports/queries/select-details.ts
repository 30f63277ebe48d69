import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { events } from '../../activity/schema.ts'
import { adRequests, offers } from '../../ad-requests/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { eventsIn, monthName, reader, type Side, type Span } from './spans.ts'

/** How long each offer that was answered in a span had waited, in milliseconds, by campaign and by who answered. */
export function selectAnswers({ orm }: Database, side: Side, spans: readonly Span[]) {
  const by = sql<Side>`iif(${events.actorId} = ${events.sponsorId}, 'sponsor', 'influencer')`
  const offeredAt = sql`(select offer.at from ${events} offer
    where offer.subject = 'ad_request' and offer.subject_id = ${events.subjectId} and offer.id < ${events.id}
      and offer.kind in ('invited', 'applied', 'countered', 'edited') order by offer.id desc limit 1)`
  return orm
    .select({
      reader,
      month: monthName,
      campaignId: sql<number>`${events.campaignId}`,
      by,
      times: sql`json_group_array(${events.at} - ${offeredAt})`.mapWith(parseNumbers),
    })
    .from(eventsIn(spans, side))
    .where(sql`${events.kind} in ('accepted', 'rejected', 'countered')`)
    .groupBy(reader, monthName, events.campaignId, by)
}

/** The agreements of each span, with the first and the last price. */
export function selectAgreements({ orm }: Database, side: Side, spans: readonly Span[]) {
  return orm
    .select({
      reader,
      month: monthName,
      campaignId: sql<number>`${events.campaignId}`,
      influencerId: adRequests.influencerId,
      amount: adRequests.paymentAmount,
      firstAmount: offers.paymentAmount,
      reach: influencers.reach,
    })
    .from(eventsIn(spans, side))
    .innerJoin(adRequests, eq(adRequests.id, events.subjectId))
    .innerJoin(offers, sql`${offers.adRequestId} = ${adRequests.id} and ${offers.number} = 1`)
    .innerJoin(influencers, eq(influencers.userId, adRequests.influencerId))
    .where(sql`${events.kind} = 'accepted'`)
}

/** The few figures of many months: for charts over time and the list of months. */
export function selectTrend({ orm }: Database, side: Side, spans: readonly Span[]) {
  return orm
    .select({
      reader,
      month: monthName,
      opened: sql<number>`sum(${events.kind} in ('invited', 'applied'))`,
      agreed: sql<number>`sum(${events.kind} = 'accepted')`,
      /** In cents. */
      amount: sql<number>`coalesce(sum(${adRequests.paymentAmount}), 0)`,
    })
    .from(eventsIn(spans, side))
    .leftJoin(adRequests, sql`${events.kind} = 'accepted' and ${adRequests.id} = ${events.subjectId}`)
    .groupBy(reader, monthName)
}

function parseNumbers(json: string): readonly number[] {
  const parsed: unknown = JSON.parse(json)
  return Array.isArray(parsed) ? parsed.filter((value) => typeof value === 'number') : []
}
