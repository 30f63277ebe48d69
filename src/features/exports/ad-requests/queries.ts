import { and, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../../platform/db/database.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import { users } from '../../accounts/schema.ts'
import { conditionsOf, type Shape, type Values } from '../../ad-requests/list/conditions.ts'
import { type AdRequestFilters, pageOf } from '../../ad-requests/list/queries.ts'
import { adRequests, offers } from '../../ad-requests/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { ExportContext } from '../export-context.ts'

export type ExportedAdRequest = Awaited<ReturnType<typeof selectAdRequestPage>>[number]

/** The rows of one page. One more than `size` if there are more. */
export function selectAdRequestPage(
  db: Database,
  owner: ExportContext['owner'],
  filters: AdRequestFilters,
  now: number,
  size: number,
) {
  const { values, shape } = pageOf(owner, filters, now, size)
  return selectPage(db, values, shape)
}

const firstOffer = alias(offers, 'first_offer')
const latestOffer = alias(offers, 'latest_offer')

const selectPage = prepared((orm, slots: Slots<Values>, shape: Shape) => {
  const { where, orderBy } = conditionsOf(slots, shape)
  return orm
    .select({
      id: adRequests.id,
      campaignId: adRequests.campaignId,
      sponsorId: adRequests.sponsorId,
      influencerId: adRequests.influencerId,
      origin: adRequests.origin,
      state: adRequests.state,
      turn: adRequests.turn,
      offerNumber: adRequests.offerNumber,
      paymentAmount: adRequests.paymentAmount,
      closesAt: adRequests.closesAt,
      createdAt: adRequests.createdAt,
      flaggedAt: adRequests.flaggedAt,
      rejectionReason: adRequests.rejectionReason,
      rejectionComment: adRequests.rejectionComment,
      campaignName: campaigns.name,
      startDate: campaigns.startDate,
      endDate: campaigns.endDate,
      timeZone: campaigns.timeZone,
      sponsorName: sponsors.companyName,
      influencerName: users.displayName,
      firstAmount: firstOffer.paymentAmount,
      deliverables: latestOffer.deliverables,
      requirements: latestOffer.requirements,
      usageChannels: latestOffer.usageChannels,
      usageMonths: latestOffer.usageMonths,
      latestOfferAt: latestOffer.madeAt,
    })
    .from(adRequests)
    .innerJoin(campaigns, eq(campaigns.id, adRequests.campaignId))
    .innerJoin(sponsors, eq(sponsors.userId, adRequests.sponsorId))
    .innerJoin(users, eq(users.id, adRequests.influencerId))
    .leftJoin(firstOffer, and(eq(firstOffer.adRequestId, adRequests.id), eq(firstOffer.number, 1)))
    .leftJoin(
      latestOffer,
      and(eq(latestOffer.adRequestId, adRequests.id), eq(latestOffer.number, adRequests.offerNumber)),
    )
    .where(where)
    .orderBy(...orderBy)
    .limit(slots.limit)
})
