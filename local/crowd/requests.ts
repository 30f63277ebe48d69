import type { AdRequest } from '../../src/features/ad-requests/ad-request.ts'
import type { Offer } from '../../src/features/ad-requests/offer.ts'
import { type RejectionReason, rejectionReasons } from '../../src/features/ad-requests/rejection-reasons.ts'
import { adRequests, messages, offers } from '../../src/features/ad-requests/schema.ts'
import { unitPriceOf } from '../../src/features/price-guidance/price-range.ts'
import { agreedPrices } from '../../src/features/price-guidance/schema.ts'
import { type FollowerTier, followerTierOf } from '../../src/shared/follower-tier.ts'
import type { AdRequestId } from '../../src/shared/ids.ts'
import { cents } from '../../src/shared/money.ts'
import type { Category } from '../../src/shared/taxonomy.ts'
import { DAY, HOUR, MINUTE } from '../../src/shared/time.ts'
import type { BulkInsert } from './bulk-insert.ts'
import type { OpenCampaign } from './campaigns.ts'
import { influencerId, isInGoodStanding } from './influencers.ts'
import { type FirstOffer, type Negotiation, negotiate } from './negotiation.ts'
import { joinedAt, joinedBy, type Plan } from './plan.ts'
import { Random } from './random.ts'
import { noun } from './text.ts'
import { categoryOf } from './users.ts'

/** What requests need to know of each influencer, by their index. */
export interface InfluencerFacts {
  readonly lowestPrices: Float64Array
  readonly followers: Float64Array
}

/** Adds all requests in the order in which they began. Yields after each, with its index. */
export function* addRequests(
  rows: BulkInsert,
  plan: Plan,
  campaigns: readonly OpenCampaign[],
  { lowestPrices, followers }: InfluencerFacts,
): Generator<number> {
  const upcoming = campaigns.toSorted((one, other) => one.publishedAt - other.publishedAt)
  const running: OpenCampaign[] = []
  const pairs = new Set<number>()
  let opened = 0
  for (let index = 0; index < plan.counts.requests; index += 1) {
    const random = new Random(plan.seed, 4, index)
    const at = startOf(index, plan)
    for (let next = upcoming[opened]; next && next.publishedAt < at; next = upcoming[opened]) {
      running.push(next)
      opened += 1
    }
    const campaign = pickRunning(running, at, random)
    const influencer = random.whole(0, joinedBy(at, plan) - 1)
    const pair = (campaign?.id ?? 0) * plan.counts.influencers + influencer
    const price = lowestPrices[influencer] ?? 0
    const mayAsk =
      campaign && isInGoodStanding(influencer) && joinedAt(influencer, plan) < at && !pairs.has(pair)
    if (!mayAsk || price > campaign.budget * 0.3) continue
    pairs.add(pair)
    const offer = {
      id: (plan.first.request + pairs.size - 1) as AdRequestId,
      campaign,
      influencerId: influencerId(plan, influencer),
      price: cents(price),
      at,
    }
    const negotiation = negotiate(offer, plan.now, random)
    addRequest(rows, negotiation, offer, random)
    addAgreedPrice(rows, negotiation, categoryOf(influencer), followerTierOf(followers[influencer] ?? 0))
    yield index
  }
}

/** Nearly half of all requests began in the last five days. Otherwise hardly any would still be open. */
function startOf(index: number, { now, counts }: Plan): number {
  const share = index / counts.requests
  const ago = share < 0.55 ? 380 - (share / 0.55) * 375 : 5 * (1 - (share - 0.55) / 0.45)
  return Math.floor(now - ago * DAY) - 10 * MINUTE
}

/** A campaign that does not end within the hour, or null. Removes the ended campaigns that it comes across. */
function pickRunning(running: OpenCampaign[], at: number, random: Random): OpenCampaign | null {
  while (running.length > 0) {
    const position = random.whole(0, running.length - 1)
    const campaign = running[position]
    if (campaign && campaign.endsAt > at + HOUR) return campaign
    const last = running.pop()
    if (last && position < running.length) running[position] = last
  }
  return null
}

/** Adds the rows of a request: its offers, and sometimes a message. */
function addRequest(
  rows: BulkInsert,
  { request, offers: negotiated }: Negotiation,
  { influencerId, at }: FirstOffer,
  random: Random,
): void {
  const { id, state, turn, latest, closesAt, campaignId, sponsorId, origin } = request
  rows.add(adRequests, {
    id,
    campaignId,
    sponsorId,
    influencerId,
    origin,
    state,
    turn,
    offerNumber: latest.number,
    paymentAmount: latest.paymentAmount,
    closesAt,
    rejectionReason: state === 'rejected' ? random.pick(reasons) : null,
    rejectionComment: state === 'rejected' ? `Another ${noun(random)}, perhaps.` : null,
    createdAt: at,
    firstAnsweredAt: firstAnswerTo(request, negotiated),
    version: negotiated.length + (state === 'pending' ? 0 : 1),
  })
  for (const offer of negotiated) rows.add(offers, { adRequestId: id, ...offer })
  if (random.chance(0.3)) {
    const authorId = random.chance(0.5) ? influencerId : sponsorId
    rows.add(messages, {
      adRequestId: id,
      authorId,
      body: `Does it work with ${noun(random)}?`,
      sentAt: at + MINUTE,
    })
  }
}

/** When the side that got the first offer countered, accepted or rejected. */
function firstAnswerTo({ state, closesAt }: AdRequest, negotiated: readonly Offer[]): number | null {
  const counter = negotiated.find(({ madeBy }) => madeBy !== negotiated[0]?.madeBy)
  return counter?.madeAt ?? (state === 'accepted' || state === 'rejected' ? closesAt : null)
}

function addAgreedPrice(
  rows: BulkInsert,
  { request: { id, sponsorId, influencerId, state, latest, closesAt } }: Negotiation,
  category: Category,
  tier: FollowerTier,
): void {
  const price = state === 'accepted' ? unitPriceOf(latest) : null
  if (price === null) return
  const group = { ...price, category, tier }
  rows.add(agreedPrices, { adRequestId: id, sponsorId, influencerId, ...group, agreedAt: closesAt })
}

const reasons = Object.keys(rejectionReasons) as RejectionReason[]
