import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../../platform/db/database.ts'
import type { UserId } from '../../../shared/ids.ts'
import { sessions, users } from '../../accounts/schema.ts'
import { adRequests } from '../../ad-requests/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { outbox } from '../../notifications/schema.ts'

/** How many of each thing the page of a person shows. */
export const SHOWN = 5

// Each of these reads a few rows by an index that begins with the person. Newest first.

export type PersonCampaign = Awaited<ReturnType<typeof selectCampaignsOf>>[number]
export type PersonRequest = Awaited<ReturnType<typeof selectRequestsOf>>[number]
export type PersonSession = Awaited<ReturnType<typeof selectSessionsOf>>[number]
export type PersonMessage = Awaited<ReturnType<typeof selectMessagesTo>>[number]

export function selectCampaignsOf({ orm }: Database, id: UserId) {
  return orm
    .select({
      id: campaigns.id,
      name: campaigns.name,
      state: campaigns.state,
      startsAt: campaigns.startsAt,
      endsAt: campaigns.endsAt,
      flaggedAt: campaigns.flaggedAt,
      budget: campaigns.budget,
    })
    .from(campaigns)
    .where(eq(campaigns.sponsorId, id))
    .orderBy(desc(campaigns.id))
    .limit(SHOWN + 1)
}

const other = alias(users, 'other')

export function selectRequestsOf({ orm }: Database, side: 'sponsor' | 'influencer', id: UserId) {
  const [own, otherSide] =
    side === 'sponsor'
      ? [adRequests.sponsorId, adRequests.influencerId]
      : [adRequests.influencerId, adRequests.sponsorId]
  return orm
    .select({
      id: adRequests.id,
      campaignName: campaigns.name,
      otherName: other.displayName,
      state: adRequests.state,
      turn: adRequests.turn,
      closesAt: adRequests.closesAt,
      paymentAmount: adRequests.paymentAmount,
    })
    .from(adRequests)
    .innerJoin(campaigns, eq(campaigns.id, adRequests.campaignId))
    .innerJoin(other, eq(other.id, otherSide))
    .where(eq(own, id))
    .orderBy(desc(adRequests.id))
    .limit(SHOWN + 1)
}

/** Where the person is signed in now. */
export function selectSessionsOf({ orm }: Database, id: UserId, now: number) {
  return orm
    .select({
      device: sessions.device,
      place: sessions.place,
      network: sessions.network,
      createdAt: sessions.createdAt,
      // One that has just started is seen.
      seenAt: sql<number>`max(${sessions.lastSeenAt}, ${sessions.createdAt})`,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, id), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt))
    .limit(SHOWN + 1)
}

/** E-mails and other messages to the person, sent, waiting and failed. */
export function selectMessagesTo({ orm }: Database, id: UserId) {
  return orm
    .select({
      title: outbox.title,
      channel: outbox.channel,
      state: outbox.state,
      lastError: outbox.lastError,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
    })
    .from(outbox)
    .where(eq(outbox.userId, id))
    .orderBy(desc(outbox.id))
    .limit(SHOWN + 1)
}
