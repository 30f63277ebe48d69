import { events } from '../../src/features/activity/schema.ts'
import type { Offer } from '../../src/features/ad-requests/offer.ts'
import { adRequests, messages, offers } from '../../src/features/ad-requests/schema.ts'
import { collaborations } from '../../src/features/collaborations/schema.ts'
import { type AgreedTerms, FUNDING_TIME, killFees } from '../../src/features/collaborations/terms.ts'
import { postRules } from './campaign-rows.ts'
import type { Campaign } from './campaigns.ts'
import type { Act, Negotiation } from './negotiation.ts'
import type { Rows } from './rows.ts'
import type { World } from './world.ts'

/** A request with its offers, messages and history, and the collaboration that it came to. */
export function addRequest(rows: Rows, world: World, negotiation: Negotiation): void {
  const { adRequest, acts, rejection } = negotiation
  const { id, latest } = adRequest
  rows.add(adRequests, {
    id,
    campaignId: adRequest.campaignId,
    sponsorId: adRequest.sponsorId,
    influencerId: adRequest.influencerId,
    origin: adRequest.origin,
    state: adRequest.state,
    turn: adRequest.turn,
    offerNumber: latest.number,
    paymentAmount: latest.paymentAmount,
    closesAt: adRequest.closesAt,
    rejectionReason: rejection?.reason ?? null,
    rejectionComment: rejection?.words ?? null,
    createdAt: negotiation.createdAt,
    version: acts.length,
  })
  for (const offer of negotiation.offers) rows.add(offers, { adRequestId: id, ...offer })
  for (const { by, body, at } of negotiation.messages) {
    rows.add(messages, { adRequestId: id, authorId: negotiation.userOf(by), body, sentAt: at })
  }
  for (const act of acts) addEvent(rows, negotiation, act)
  if (adRequest.state === 'accepted') addCollaboration(rows, world, negotiation)
}

function addEvent(rows: Rows, negotiation: Negotiation, { kind, by, at, offer }: Act): void {
  const { origin, id } = negotiation.adRequest
  const isOffer = kind === 'countered' || kind === 'edited'
  rows.add(events, {
    subject: 'ad_request',
    subjectId: id,
    kind: kind !== 'opened' ? kind : origin === 'invitation' ? 'invited' : 'applied',
    actorId: by && negotiation.userOf(by),
    fromState: kind === 'opened' ? null : 'pending',
    toState: kind === 'opened' || isOffer ? 'pending' : kind,
    note:
      isOffer || kind === 'accepted'
        ? String(offer.number)
        : kind === 'rejected'
          ? reasonOf(negotiation)
          : null,
    at,
  })
}

function reasonOf({ rejection }: Negotiation): string | null {
  return rejection?.reason ?? null
}

function addCollaboration(rows: Rows, world: World, { adRequest, pair: { campaign } }: Negotiation): void {
  const { latest, closesAt: acceptedAt } = adRequest
  rows.add(collaborations, {
    adRequestId: adRequest.id,
    campaignId: adRequest.campaignId,
    sponsorId: adRequest.sponsorId,
    influencerId: adRequest.influencerId,
    state: collaborationState(campaign, acceptedAt, world.now),
    terms: frozen(world, campaign, latest),
    paymentAmount: latest.paymentAmount,
    fundingDueAt: acceptedAt + FUNDING_TIME,
    createdAt: acceptedAt,
  })
}

/** What is older than the time for funding was funded; what belongs to a completed campaign is done. */
function collaborationState({ completedAt }: Campaign, acceptedAt: number, now: number) {
  if (acceptedAt + FUNDING_TIME > now) return 'awaiting_funding'
  return completedAt === null ? 'in_progress' : 'completed'
}

function frozen(world: World, campaign: Campaign, offer: Offer): AgreedTerms {
  const { number: offerNumber, paymentAmount, deliverables, requirements, usageChannels, usageMonths } = offer
  const agreed = { offerNumber, paymentAmount, deliverables, requirements, usageChannels, usageMonths }
  return { ...agreed, ...postRules(world, campaign), killFees }
}
