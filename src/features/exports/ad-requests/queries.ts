import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../../platform/db/database.ts'
import { users } from '../../accounts/schema.ts'
import { ownRequests } from '../../ad-requests/list/conditions.ts'
import type { OwnRequestSearch } from '../../ad-requests/list/search.ts'
import { adRequests, offers } from '../../ad-requests/schema.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'
import type { Cursor } from '../csv-file.ts'
import type { ExportContext } from '../export-context.ts'

export type ExportedAdRequest = Awaited<ReturnType<typeof selectAdRequestPage>>[number]

const firstOffer = alias(offers, 'first_offer')
const latestOffer = alias(offers, 'latest_offer')

/** The rows of one page, newest first. One more than `size` if there are more. */
export function selectAdRequestPage(
  db: Database,
  owner: ExportContext['owner'],
  { search, after }: { search: OwnRequestSearch; after: Cursor | null },
  now: number,
  size: number,
) {
  return db.orm
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
    .where(and(matching(owner, search, now), after ? sql`${adRequests.id} < ${after[0]}` : undefined))
    .orderBy(desc(adRequests.id))
    .limit(size + 1)
}

function matching(
  { id, role }: ExportContext['owner'],
  search: OwnRequestSearch,
  now: number,
): SQL | undefined {
  if (role !== 'admin') return ownRequests({ id, side: role }, search, now, 'newest')
  return search.campaignId === null ? undefined : eq(adRequests.campaignId, search.campaignId)
}
