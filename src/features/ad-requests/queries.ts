import { and, desc, eq, or, type Placeholder, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../platform/db/database.ts'
import { prepared, type Slots } from '../../platform/db/prepared.ts'
import type { Viewer } from '../../platform/http/context.ts'
import type { AdRequestId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { selectActivity } from '../activity/events.ts'
import { campaigns } from '../campaigns/schema.ts'
import { influencers } from '../influencers/schema.ts'
import { sponsors } from '../sponsors/schema.ts'
import type { AdRequest } from './ad-request.ts'
import type { Offer } from './offer.ts'
import { adRequests, messages, offers } from './schema.ts'

/** All that the page of a request shows. */
export interface Negotiation {
  readonly adRequest: AdRequest
  /** Oldest first. */
  readonly offers: readonly Offer[]
  readonly messages: readonly Message[]
  readonly events: readonly Happened[]
  readonly about: About
}

export type Message = Awaited<ReturnType<typeof selectMessages>>[number]
export type Happened = Awaited<ReturnType<typeof selectActivity>>[number]
export type About = Pick<
  Row,
  | 'category'
  | 'niche'
  | 'startDate'
  | 'endDate'
  | 'disclosure'
  | 'hashtags'
  | 'mentions'
  | 'dos'
  | 'donts'
  | 'companyName'
  | 'industry'
> & {
  readonly influencer: Pick<
    Row,
    'influencerCategory' | 'influencerNiche' | 'country' | 'reach' | 'engagementRate'
  >
  readonly rejection: { readonly reason: string; readonly words: string } | null
}

/** A request with all of its negotiation, in one round trip; null when it is not there for this viewer. */
export async function findNegotiation(
  db: Database,
  viewer: Viewer,
  id: AdRequestId,
): Promise<Negotiation | null> {
  const [[row], offerRows, messageRows, eventRows] = await db.read([
    selectAdRequest(db, { id, viewer: viewer.id }, viewer.role),
    selectOffers(db, { id }),
    selectMessages(db, { id }),
    selectActivity(db, { subject: 'ad_request', subjectId: id }),
  ])
  const all = offerRows.map(toOffer).reverse()
  const latest = all.at(-1)
  if (!row || !latest) return null
  return {
    adRequest: toAdRequest(row, latest),
    offers: all,
    messages: messageRows.reverse(),
    events: eventRows.toReversed(),
    about: toAbout(row),
  }
}

/** Whose requests one sees: one's own; admins all. */
function visibleTo(role: Viewer['role'], viewer: Placeholder): SQL | undefined {
  if (role === 'admin') return undefined
  return or(eq(adRequests.sponsorId, viewer), eq(adRequests.influencerId, viewer))
}

const sponsorUser = alias(users, 'sponsor_user')
const influencerUser = alias(users, 'influencer_user')

type Row = Awaited<ReturnType<typeof selectAdRequest>>[number]

const selectAdRequest = prepared(
  (orm, { id, viewer }: Slots<{ id: AdRequestId; viewer: UserId }>, role: Viewer['role']) =>
    orm
      .select({
        request: adRequests,
        campaignName: campaigns.name,
        campaignState: campaigns.state,
        campaignFlaggedAt: campaigns.flaggedAt,
        endsAt: campaigns.endsAt,
        budget: campaigns.budget,
        campaignVersion: campaigns.version,
        committed: campaigns.committed,
        category: campaigns.category,
        niche: campaigns.niche,
        startDate: campaigns.startDate,
        endDate: campaigns.endDate,
        disclosure: campaigns.disclosure,
        hashtags: campaigns.hashtags,
        mentions: campaigns.mentions,
        dos: campaigns.dos,
        donts: campaigns.donts,
        companyName: sponsors.companyName,
        industry: sponsors.industry,
        sponsorStatus: sponsorUser.status,
        influencerName: influencerUser.displayName,
        influencerStatus: influencerUser.status,
        influencerFlaggedAt: influencers.flaggedAt,
        influencerCategory: influencers.category,
        influencerNiche: influencers.niche,
        country: influencers.country,
        reach: influencers.reach,
        engagementRate: influencers.engagementRate,
      })
      .from(adRequests)
      .innerJoin(campaigns, eq(campaigns.id, adRequests.campaignId))
      .innerJoin(sponsors, eq(sponsors.userId, adRequests.sponsorId))
      .innerJoin(sponsorUser, eq(sponsorUser.id, adRequests.sponsorId))
      .innerJoin(influencers, eq(influencers.userId, adRequests.influencerId))
      .innerJoin(influencerUser, eq(influencerUser.id, adRequests.influencerId))
      .where(and(eq(adRequests.id, id), visibleTo(role, viewer))),
)

// The newest, since the latest of them is what the rules go by.
const selectOffers = prepared((orm, { id }: Slots<{ id: AdRequestId }>) =>
  orm.select().from(offers).where(eq(offers.adRequestId, id)).orderBy(desc(offers.number)).limit(500),
)

const selectMessages = prepared((orm, { id }: Slots<{ id: AdRequestId }>) =>
  orm
    .select({
      id: messages.id,
      authorId: messages.authorId,
      authorName: users.displayName,
      body: messages.body,
      sentAt: messages.sentAt,
    })
    .from(messages)
    .innerJoin(users, eq(users.id, messages.authorId))
    .where(eq(messages.adRequestId, id))
    .orderBy(desc(messages.id))
    .limit(200),
)

function toAdRequest({ request, ...row }: Row, latest: Offer): AdRequest {
  return {
    id: request.id,
    campaignId: request.campaignId,
    sponsorId: request.sponsorId,
    influencerId: request.influencerId,
    origin: request.origin,
    state: request.state,
    turn: request.turn,
    closesAt: request.closesAt,
    version: request.version,
    latest,
    campaign: {
      name: row.campaignName,
      state: row.campaignState,
      flagged: row.campaignFlaggedAt !== null,
      endsAt: row.endsAt,
      budget: row.budget,
      version: row.campaignVersion,
      committed: row.committed,
    },
    sponsor: { name: row.companyName, active: row.sponsorStatus === 'active' },
    influencer: {
      name: row.influencerName,
      active: row.influencerStatus === 'active',
      flagged: row.influencerFlaggedAt !== null,
    },
  }
}

function toAbout({ request, ...row }: Row): About {
  const { influencerCategory, influencerNiche, country, reach, engagementRate, ...rest } = row
  const { rejectionReason: reason, rejectionWords: words } = request
  return {
    ...rest,
    influencer: { influencerCategory, influencerNiche, country, reach, engagementRate },
    rejection: reason ? { reason, words: words ?? '' } : null,
  }
}

export function toOffer(row: typeof offers.$inferSelect): Offer {
  return {
    number: row.number,
    madeBy: row.madeBy,
    paymentAmount: row.paymentAmount,
    deliverables: row.deliverables,
    requirements: row.requirements,
    usageChannels: row.usageChannels,
    usageMonths: row.usageMonths,
    message: row.message,
    madeAt: row.madeAt,
    expiresAt: row.expiresAt,
  }
}
