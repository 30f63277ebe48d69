import { and, asc, eq, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Owner } from '../../../platform/personal-data/record.ts'
import { PAGE } from '../../../platform/personal-data/rows.ts'
import { users } from '../../accounts/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import { adRequests, messages, offers } from '../schema.ts'

const influencer = alias(users, 'influencer')

/** A person's requests, for the file with everything about them. */
export function selectRequests({ db, userId }: Owner, after: number) {
  const { id, campaignId, origin, state, turn, offerNumber, paymentAmount, closesAt, createdAt } = adRequests
  const { firstAnsweredAt, rejectionReason, rejectionComment } = adRequests
  const names = {
    campaign: campaigns.name,
    sponsor: sponsors.companyName,
    influencer: influencer.displayName,
  }
  return db.orm
    .select({
      key: id,
      id,
      campaignId,
      ...names,
      origin,
      state,
      turn,
      offerNumber,
      paymentAmount,
      closesAt,
      createdAt,
      firstAnsweredAt,
      rejectionReason,
      rejectionComment,
    })
    .from(adRequests)
    .innerJoin(campaigns, eq(campaigns.id, campaignId))
    .innerJoin(sponsors, eq(sponsors.userId, adRequests.sponsorId))
    .innerJoin(influencer, eq(influencer.id, adRequests.influencerId))
    .where(and(isParty(userId), sql`${id} > ${after}`))
    .orderBy(asc(id))
    .limit(PAGE)
}

/** The offers in a person's requests. */
export function selectOffers({ db, userId }: Owner, after: number) {
  const { id, adRequestId, number, madeBy, paymentAmount, deliverables, requirements } = offers
  const { usageChannels, usageMonths, message, madeAt, expiresAt } = offers
  return db.orm
    .select({
      key: id,
      adRequestId,
      number,
      madeBy,
      paymentAmount,
      deliverables,
      requirements,
      usageChannels,
      usageMonths,
      message,
      madeAt,
      expiresAt,
    })
    .from(offers)
    .where(and(sql`${offers.adRequestId} in (${idsOf(userId)})`, sql`${id} > ${after}`))
    .orderBy(asc(id))
    .limit(PAGE)
}

/** The messages in a person's requests, with the names of their authors. */
export function selectMessages({ db, userId }: Owner, after: number) {
  const { id, adRequestId, body, sentAt } = messages
  return db.orm
    .select({
      key: id,
      adRequestId,
      author: users.displayName,
      isYours: sql<boolean>`${messages.authorId} = ${userId}`.mapWith(Boolean),
      body,
      sentAt,
    })
    .from(messages)
    .innerJoin(users, eq(users.id, messages.authorId))
    .where(and(sql`${messages.adRequestId} in (${idsOf(userId)})`, sql`${id} > ${after}`))
    .orderBy(asc(id))
    .limit(PAGE)
}

function isParty(userId: Owner['userId']) {
  return or(eq(adRequests.sponsorId, userId), eq(adRequests.influencerId, userId))
}

// One branch for each index.
function idsOf(userId: Owner['userId']) {
  return sql`select id from ${adRequests} where sponsor_id = ${userId}
    union all select id from ${adRequests} where influencer_id = ${userId}`
}
