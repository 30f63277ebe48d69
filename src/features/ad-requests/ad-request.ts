import type { AdRequestId, CampaignId, UserId } from '../../shared/ids.ts'
import type { Cents } from '../../shared/money.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { DAY } from '../../shared/time.ts'
import { type Blocker, blockerOf, type RequestContext } from './blocker.ts'
import { makeOffer, type Offer, otherSide, type Proposal, type Side } from './offer.ts'

export type Origin = 'invitation' | 'application'
export type State = 'pending' | 'accepted' | 'rejected' | 'withdrawn' | 'expired'

export const rejectionReasons = {
  budget: 'The payment does not fit',
  fit: 'Not the right fit',
  timing: 'The dates do not work',
  terms: 'The terms do not work',
  other: 'Another reason',
} as const

export type RejectionReason = keyof typeof rejectionReasons

export interface AdRequest extends RequestContext {
  readonly id: AdRequestId
  readonly campaignId: CampaignId
  readonly sponsorId: UserId
  readonly influencerId: UserId
  readonly origin: Origin
  /** As stored; `stateAt` knows whether the clock has ended it meanwhile. */
  readonly state: State
  /** Who must answer while it is pending. */
  readonly turn: Side
  readonly latest: Offer
  /** While pending: when the latest offer expires. Afterwards: when the request was closed. */
  readonly closesAt: number
  readonly version: number
}

export type Refusal =
  | { readonly kind: 'closed'; readonly state: Exclude<State, 'pending'> }
  | { readonly kind: 'not_your_turn' }
  | { readonly kind: 'own_offer' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'replaced'; readonly latest: Offer }
  | { readonly kind: 'campaign_changed' }
  | { readonly kind: 'over_budget'; readonly left: Cents }
  | Blocker

/** The state that everybody sees: an offer that ran out has expired, whether or not a job has noted it. */
export function stateAt({ state, closesAt }: Pick<AdRequest, 'state' | 'closesAt'>, now: number): State {
  return state === 'pending' && closesAt <= now ? 'expired' : state
}

/** The first offer, which opens a request. The other side must answer it. */
export function open(
  by: Side,
  proposal: Proposal,
  situation: RequestContext,
  now: number,
): Result<Offer, Blocker> {
  const obstacle = blockerOf(situation, now)
  if (obstacle) return refuse(obstacle)
  return ok(makeOffer(1, by, proposal, situation.campaign.endsAt, now))
}

/**
 * The next offer by either side. By the side whose turn it is, it is a counter-offer and flips the turn; by the
 * side that made the latest offer, it replaces that one while it is unanswered, and the turn stays. Either way
 * it must name the offer that it answers or replaces.
 */
export function propose(
  adRequest: AdRequest,
  by: Side,
  offerNumber: number,
  proposal: Proposal,
  now: number,
): Result<AdRequest, Refusal> {
  const refusal = closedAt(adRequest, now) ?? replacedSince(adRequest, offerNumber) ?? pastEnd(adRequest, now)
  if (refusal) return refuse(refusal)

  const latest = makeOffer(adRequest.latest.number + 1, by, proposal, adRequest.campaign.endsAt, now)
  return ok({ ...adRequest, latest, turn: otherSide(by), closesAt: latest.expiresAt })
}

/**
 * Agrees to the other side's offer. It must be the latest one, named by its number; the campaign, whose terms are
 * agreed to as well, must be as it was read; and there must be budget: `committed` never exceeds `budget`.
 */
export function accept(
  adRequest: AdRequest,
  by: Side,
  offerNumber: number,
  now: number,
  campaignVersion = adRequest.campaign.version,
): Result<AdRequest, Refusal> {
  const refusal =
    closedAt(adRequest, now) ??
    replacedSince(adRequest, offerNumber) ??
    notTheirTurn(adRequest, by) ??
    blockerOf(adRequest, now) ??
    editedSince(adRequest, campaignVersion) ??
    overBudget(adRequest)
  if (refusal) return refuse(refusal)

  const committed = (adRequest.campaign.committed + adRequest.latest.paymentAmount) as Cents
  return ok({ ...close(adRequest, 'accepted', now), campaign: { ...adRequest.campaign, committed } })
}

/** Says no to the other side's offer, and ends the request. */
export function reject(adRequest: AdRequest, by: Side, now: number): Result<AdRequest, Refusal> {
  const refusal = closedAt(adRequest, now) ?? notTheirTurn(adRequest, by)
  return refusal ? refuse(refusal) : ok(close(adRequest, 'rejected', now))
}

/** Takes back one's own offer while it is unanswered, and ends the request. */
export function withdraw(adRequest: AdRequest, by: Side, now: number): Result<AdRequest, Refusal> {
  const refusal = closedAt(adRequest, now)
  if (refusal) return refuse(refusal)
  return adRequest.latest.madeBy === by
    ? ok(close(adRequest, 'withdrawn', now))
    : refuse({ kind: 'answered' })
}

/** What the campaign may still commit, in cents. */
export function leftOf({ budget, committed }: { budget: Cents; committed: Cents }): Cents {
  return (budget - committed) as Cents
}

/** How long agreed but unfunded work waits for its money before it lapses, milliseconds. */
export const FUNDING_TIME = 3 * DAY

function close(adRequest: AdRequest, state: Exclude<State, 'pending'>, now: number): AdRequest {
  return { ...adRequest, state, closesAt: now }
}

function closedAt(adRequest: AdRequest, now: number): Refusal | null {
  const state = stateAt(adRequest, now)
  return state === 'pending' ? null : { kind: 'closed', state }
}

function replacedSince({ latest }: AdRequest, offerNumber: number): Refusal | null {
  return latest.number === offerNumber ? null : { kind: 'replaced', latest }
}

// No offer outlives its campaign, so one that is made after the end would be over at once.
function pastEnd({ campaign: { endsAt } }: AdRequest, now: number): Refusal | null {
  return endsAt !== null && endsAt <= now ? { kind: 'campaign_ended' } : null
}

function editedSince({ campaign }: AdRequest, campaignVersion: number): Refusal | null {
  return campaign.version === campaignVersion ? null : { kind: 'campaign_changed' }
}

function notTheirTurn({ latest, turn }: AdRequest, by: Side): Refusal | null {
  if (latest.madeBy === by) return { kind: 'own_offer' }
  return turn === by ? null : { kind: 'not_your_turn' }
}

function overBudget({ latest, campaign }: AdRequest): Refusal | null {
  const left = leftOf(campaign)
  return latest.paymentAmount > left ? { kind: 'over_budget', left } : null
}
