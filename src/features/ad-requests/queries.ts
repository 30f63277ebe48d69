import { and, desc, eq, getTableColumns, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../platform/db/database.ts'
import type { Prefetched } from '../../platform/db/prefetch.ts'
import { prepared, type Slots } from '../../platform/db/prepared.ts'
import type { Viewer } from '../../platform/http/context.ts'
import type { AdRequestId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { activityOf } from '../activity/queries.ts'
import { campaigns } from '../campaigns/schema.ts'
import { collaborations } from '../collaborations/schema.ts'
import { influencers } from '../influencers/schema.ts'
import type { PriceGuidance } from '../price-guidance/price-range.ts'
import { type AgreedPrices, guidanceFor } from '../price-guidance/queries.ts'
import { publicName, sponsors } from '../sponsors/schema.ts'
import type { AdRequest } from './ad-request.ts'
import type { Offer } from './offer.ts'
import { canReadMessage } from './policy.ts'
import { adRequests, messages, offers } from './schema.ts'

/** Everything that the page of a request shows. */
export interface Negotiation extends Pick<Row, 'campaign' | 'sponsor' | 'influencer' | 'rejection'> {
  readonly adRequest: AdRequest
  /** The time zone of the due dates: the agreed one, or else the campaign's. */
  readonly timeZone: string
  /** Oldest first. */
  readonly offers: readonly Offer[]
  readonly messages: readonly Message[]
  readonly events: readonly ActivityEvent[]
  /** For the form of an offer. Empty if `prices` were not asked for. */
  readonly guidance: readonly PriceGuidance[]
}

export type Message = Awaited<ReturnType<typeof selectMessages>>[number]
const selectActivity = activityOf('ad_request')

export type ActivityEvent = Awaited<ReturnType<typeof selectActivity>>[number]
export type Rejection = Row['rejection']

/** Null if the viewer may not see it. One round trip, with `prices`, which are what was agreed for similar work. */
export async function findNegotiation(
  db: Database,
  viewer: Viewer,
  id: AdRequestId,
  prices: Prefetched<readonly AgreedPrices[]> | null = null,
): Promise<Negotiation | null> {
  const [[row], newestOffers, newestMessages, newestEvents] = await db.read([
    selectAdRequest(db, { id, viewer: viewer.id }, viewer.role),
    selectOffers(db, { id }),
    selectMessages(db, { id }),
    selectActivity(db, { subjectId: id }),
  ])
  const [latest] = newestOffers
  if (!row || !latest) return null
  const { campaign, sponsor, influencer, rejection } = row
  return {
    adRequest: toAdRequest(row, latest),
    timeZone: row.agreedTimeZone ?? campaign.timeZone,
    offers: newestOffers.toReversed(),
    messages: newestMessages.toReversed().map((message) => asSeenBy(viewer, message)),
    events: newestEvents.toReversed(),
    guidance: prices ? guidanceFor(viewer.id, await prices.rows()) : [],
    campaign,
    sponsor,
    influencer,
    rejection,
  }
}

const { id, adRequestId, ...columnsOfOffer } = getTableColumns(offers)

/** The columns of an `Offer`. */
export const offerColumns = columnsOfOffer

const sponsorUser = alias(users, 'sponsor_user')
const influencerUser = alias(users, 'influencer_user')

type Row = Awaited<ReturnType<typeof selectAdRequest>>[number]

const selectAdRequest = prepared(
  (orm, { id, viewer }: Slots<{ id: AdRequestId; viewer: UserId }>, role: Viewer['role']) =>
    orm
      .select({
        request: {
          id: adRequests.id,
          campaignId: adRequests.campaignId,
          sponsorId: adRequests.sponsorId,
          influencerId: adRequests.influencerId,
          origin: adRequests.origin,
          state: adRequests.state,
          turn: adRequests.turn,
          closesAt: adRequests.closesAt,
          version: adRequests.version,
          flaggedAt: adRequests.flaggedAt,
        },
        rejection: { reason: adRequests.rejectionReason, comment: adRequests.rejectionComment },
        campaign: {
          name: campaigns.name,
          state: campaigns.state,
          flaggedAt: campaigns.flaggedAt,
          startDate: campaigns.startDate,
          endDate: campaigns.endDate,
          timeZone: campaigns.timeZone,
          endsAt: campaigns.endsAt,
          budget: campaigns.budget,
          committed: campaigns.committed,
          version: campaigns.version,
          disclosure: campaigns.disclosure,
          hashtags: campaigns.hashtags,
          mentions: campaigns.mentions,
          dos: campaigns.dos,
          donts: campaigns.donts,
        },
        agreedTimeZone: sql<string | null>`${collaborations.terms} ->> 'timeZone'`,
        sponsor: {
          name: sponsors.companyName,
          industry: sponsors.industry,
          status: sponsorUser.status,
          flaggedAt: sponsors.flaggedAt,
        },
        influencer: {
          name: influencerUser.displayName,
          status: influencerUser.status,
          flaggedAt: influencers.flaggedAt,
          category: influencers.category,
          niche: influencers.niche,
          country: influencers.country,
          reach: influencers.reach,
          engagementRate: influencers.engagementRate,
        },
      })
      .from(adRequests)
      .innerJoin(campaigns, eq(campaigns.id, adRequests.campaignId))
      .innerJoin(sponsors, eq(sponsors.userId, adRequests.sponsorId))
      .innerJoin(sponsorUser, eq(sponsorUser.id, adRequests.sponsorId))
      .innerJoin(influencers, eq(influencers.userId, adRequests.influencerId))
      .innerJoin(influencerUser, eq(influencerUser.id, adRequests.influencerId))
      .leftJoin(collaborations, eq(collaborations.adRequestId, adRequests.id))
      .where(and(eq(adRequests.id, id), visibleTo(role, viewer))),
)

// The words of a hidden message never leave the database for the other side.
function asSeenBy(viewer: Viewer, message: Message): Message {
  return canReadMessage(viewer, message) ? message : { ...message, body: '', flagReason: null }
}

/** Admins see every request, everybody else their own. */
function visibleTo(role: Viewer['role'], viewer: Placeholder): SQL | undefined {
  if (role === 'admin') return undefined
  return or(eq(adRequests.sponsorId, viewer), eq(adRequests.influencerId, viewer))
}

// Newest first, because the limit must never cut off the latest offer.
const selectOffers = prepared((orm, { id }: Slots<{ id: AdRequestId }>) =>
  orm
    .select(offerColumns)
    .from(offers)
    .where(eq(offers.adRequestId, id))
    .orderBy(desc(offers.number))
    .limit(500),
)

const selectMessages = prepared((orm, { id }: Slots<{ id: AdRequestId }>) =>
  orm
    .select({
      id: messages.id,
      authorId: messages.authorId,
      authorName: publicName,
      body: messages.body,
      sentAt: messages.sentAt,
      flaggedAt: messages.flaggedAt,
      flagReason: messages.flagReason,
    })
    .from(messages)
    .innerJoin(users, eq(users.id, messages.authorId))
    .where(eq(messages.adRequestId, id))
    .orderBy(desc(messages.id))
    .limit(200),
)

function toAdRequest({ request, campaign, sponsor, influencer }: Row, latest: Offer): AdRequest {
  const { flaggedAt, ...stored } = request
  return {
    ...stored,
    flagged: flaggedAt !== null,
    latest,
    campaign: { ...campaign, flagged: campaign.flaggedAt !== null },
    sponsor: { name: sponsor.name, active: sponsor.status === 'active', flagged: sponsor.flaggedAt !== null },
    influencer: {
      name: influencer.name,
      active: influencer.status === 'active',
      flagged: influencer.flaggedAt !== null,
    },
  }
}
