import { and, desc, eq, or, type Placeholder, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { campaigns } from '../campaigns/schema.ts'
import type { Database } from '../../platform/db/database.ts'
import { prepared, type Slots } from '../../platform/db/prepared.ts'
import { selectEvents } from '../activity/events.ts'
import type { Viewer } from '../../platform/http/context.ts'
import { influencers, sponsors, users } from '../accounts/schema.ts'
import type { AdRequestId, UserId } from '../../shared/ids.ts'
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
export type Happened = Awaited<ReturnType<typeof selectEvents>>[number]
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
    selectEvents(db, { subject: 'ad_request', subjectId: id }),
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
  return or(eq(adRequests.sponsor_id, viewer), eq(adRequests.influencer_id, viewer))
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
        campaignFlaggedAt: campaigns.flagged_at,
        endsAt: campaigns.ends_at,
        budget: campaigns.budget,
        campaignVersion: campaigns.version,
        committed: campaigns.committed,
        category: campaigns.category,
        niche: campaigns.niche,
        startDate: campaigns.start_date,
        endDate: campaigns.end_date,
        disclosure: campaigns.disclosure,
        hashtags: campaigns.hashtags,
        mentions: campaigns.mentions,
        dos: campaigns.dos,
        donts: campaigns.donts,
        companyName: sponsors.company_name,
        industry: sponsors.industry,
        sponsorStatus: sponsorUser.status,
        influencerName: influencerUser.display_name,
        influencerStatus: influencerUser.status,
        influencerFlaggedAt: influencers.flagged_at,
        influencerCategory: influencers.category,
        influencerNiche: influencers.niche,
        country: influencers.country,
        reach: influencers.reach,
        engagementRate: influencers.engagement_rate,
      })
      .from(adRequests)
      .innerJoin(campaigns, eq(campaigns.id, adRequests.campaign_id))
      .innerJoin(sponsors, eq(sponsors.user_id, adRequests.sponsor_id))
      .innerJoin(sponsorUser, eq(sponsorUser.id, adRequests.sponsor_id))
      .innerJoin(influencers, eq(influencers.user_id, adRequests.influencer_id))
      .innerJoin(influencerUser, eq(influencerUser.id, adRequests.influencer_id))
      .where(and(eq(adRequests.id, id), visibleTo(role, viewer))),
)

// The newest, since the latest of them is what the rules go by.
const selectOffers = prepared((orm, { id }: Slots<{ id: AdRequestId }>) =>
  orm.select().from(offers).where(eq(offers.ad_request_id, id)).orderBy(desc(offers.number)).limit(500),
)

const selectMessages = prepared((orm, { id }: Slots<{ id: AdRequestId }>) =>
  orm
    .select({
      id: messages.id,
      authorId: messages.author_id,
      authorName: users.display_name,
      body: messages.body,
      sentAt: messages.sent_at,
    })
    .from(messages)
    .innerJoin(users, eq(users.id, messages.author_id))
    .where(eq(messages.ad_request_id, id))
    .orderBy(desc(messages.id))
    .limit(200),
)

function toAdRequest({ request, ...row }: Row, latest: Offer): AdRequest {
  return {
    id: request.id,
    campaignId: request.campaign_id,
    sponsorId: request.sponsor_id,
    influencerId: request.influencer_id,
    origin: request.origin,
    state: request.state,
    turn: request.turn,
    closesAt: request.closes_at,
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
  const { rejection_reason: reason, rejection_words: words } = request
  return {
    ...rest,
    influencer: { influencerCategory, influencerNiche, country, reach, engagementRate },
    rejection: reason ? { reason, words: words ?? '' } : null,
  }
}

export function toOffer(row: typeof offers.$inferSelect): Offer {
  return {
    number: row.number,
    madeBy: row.made_by,
    paymentAmount: row.payment_amount,
    deliverables: row.deliverables,
    requirements: row.requirements,
    usageChannels: row.usage_channels,
    usageMonths: row.usage_months,
    message: row.message,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
  }
}
