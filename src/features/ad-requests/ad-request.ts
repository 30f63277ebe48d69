import type { Cents } from '../../shared/money.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { blockerOf, proposalBlockerOf, type RequestContext } from './blocker.ts'
import {
  dueDateProblem,
  isUnchanged,
  makeOffer,
  type Offer,
  otherSide,
  type Proposal,
  type Side,
  type Terms,
} from './offer.ts'
import type { ClosedState, OpeningRefusal, Refusal } from './refusal.ts'
import type { AdRequestRow } from './schema.ts'

export type Origin = AdRequestRow['origin']

/** As stored. `stateAt` also knows about expiry. */
export type AdRequestState = AdRequestRow['state']

type Stored = Pick<
  AdRequestRow,
  'id' | 'campaignId' | 'sponsorId' | 'influencerId' | 'origin' | 'state' | 'turn' | 'closesAt' | 'version'
>

export interface AdRequest extends RequestContext, Stored {
  readonly latest: Offer
  /** By an admin. Until that is decided, neither side can make or accept an offer. */
  readonly flagged: boolean
}

/** The state that people see: a pending request expires by the clock, even if no job has recorded it. */
export function stateAt(
  { state, closesAt }: Pick<AdRequest, 'state' | 'closesAt'>,
  now: number,
): AdRequestState {
  return state === 'pending' && closesAt <= now ? 'expired' : state
}

/**
 * The first offer, which opens a request. The other side must answer it. `invited` is to how many people a sponsor
 * sends it: the campaign must be able to pay all of them.
 */
export function open(
  by: Side,
  proposal: Proposal,
  context: RequestContext,
  now: number,
  invited = 1,
): Result<Offer, OpeningRefusal> {
  const refusal =
    blockerOf(context, now) ??
    dueDateRefusal(proposal, context, now) ??
    offerBudgetRefusal(proposal, by, context, invited)
  if (refusal) return refuse(refusal)
  return ok(makeOffer(1, by, proposal, context.campaign.endsAt, now))
}

/**
 * The next offer. From the side whose turn it is, it is a counteroffer. From the side that made the latest offer,
 * it replaces that offer. In both cases the other side must answer next. `offerNumber` is the offer that it
 * answers or replaces. It must change something, and a sponsor cannot offer more than the campaign has left. An
 * influencer can ask for more: what is left is the sponsor's to know.
 */
export function propose(
  adRequest: AdRequest,
  by: Side,
  offerNumber: number,
  proposal: Proposal,
  now: number,
): Result<AdRequest, Refusal> {
  const refusal =
    closedRefusal(adRequest, now) ??
    flagRefusal(adRequest) ??
    replacedRefusal(adRequest, offerNumber) ??
    proposalBlockerOf(adRequest, now) ??
    dueDateRefusal(proposal, adRequest, now) ??
    unchangedRefusal(adRequest, by, proposal) ??
    offerBudgetRefusal(proposal, by, adRequest)
  if (refusal) return refuse(refusal)

  const latest = makeOffer(adRequest.latest.number + 1, by, proposal, adRequest.campaign.endsAt, now)
  return ok({ ...adRequest, latest, turn: otherSide(by), closesAt: latest.expiresAt })
}

/**
 * Agrees to the other side's latest offer, named by its number, and to the campaign's terms as they were read
 * (`campaignVersion`). The campaign must have the budget: `committed` never exceeds `budget`. Somebody must still be
 * able to deliver by the due dates.
 */
export function accept(
  adRequest: AdRequest,
  by: Side,
  offerNumber: number,
  now: number,
  campaignVersion = adRequest.campaign.version,
): Result<AdRequest, Refusal> {
  const refusal =
    closedRefusal(adRequest, now) ??
    flagRefusal(adRequest) ??
    replacedRefusal(adRequest, offerNumber) ??
    turnRefusal(adRequest, by) ??
    blockerOf(adRequest, now) ??
    dueDateRefusal(adRequest.latest, adRequest, now) ??
    campaignEditRefusal(adRequest, campaignVersion) ??
    budgetRefusal(adRequest)
  if (refusal) return refuse(refusal)

  const committed = (adRequest.campaign.committed + adRequest.latest.paymentAmount) as Cents
  return ok({ ...close(adRequest, 'accepted', now), campaign: { ...adRequest.campaign, committed } })
}

/** Declines the other side's offer and closes the request. */
export function reject(adRequest: AdRequest, by: Side, now: number): Result<AdRequest, Refusal> {
  const refusal = closedRefusal(adRequest, now) ?? turnRefusal(adRequest, by)
  return refusal ? refuse(refusal) : ok(close(adRequest, 'rejected', now))
}

/** Whether the two sides can write to each other, in any state. */
export function sendMessage(adRequest: Pick<AdRequest, 'flagged'>): Result<null, Refusal> {
  return adRequest.flagged ? refuse({ kind: 'request_flagged' }) : ok(null)
}

/** Withdraws one's own unanswered offer and closes the request. */
export function withdraw(adRequest: AdRequest, by: Side, now: number): Result<AdRequest, Refusal> {
  const refusal = closedRefusal(adRequest, now)
  if (refusal) return refuse(refusal)
  return adRequest.latest.madeBy === by
    ? ok(close(adRequest, 'withdrawn', now))
    : refuse({ kind: 'answered' })
}

/** What a campaign can still commit. */
export function remainingBudget({ budget, committed }: { budget: Cents; committed: Cents }): Cents {
  return (budget - committed) as Cents
}

function close(adRequest: AdRequest, state: ClosedState, now: number): AdRequest {
  return { ...adRequest, state, closesAt: now }
}

function closedRefusal(adRequest: AdRequest, now: number): Refusal | null {
  const state = stateAt(adRequest, now)
  return state === 'pending' ? null : { kind: 'closed', state }
}

function flagRefusal({ flagged }: AdRequest): Refusal | null {
  return flagged ? { kind: 'request_flagged' } : null
}

function replacedRefusal({ latest }: AdRequest, offerNumber: number): Refusal | null {
  return latest.number === offerNumber ? null : { kind: 'replaced', latest }
}

function campaignEditRefusal({ campaign }: AdRequest, campaignVersion: number): Refusal | null {
  return campaign.version === campaignVersion ? null : { kind: 'campaign_changed' }
}

function turnRefusal({ latest, turn }: AdRequest, by: Side): Refusal | null {
  if (latest.madeBy === by) return { kind: 'own_offer' }
  return turn === by ? null : { kind: 'not_your_turn' }
}

function dueDateRefusal(
  terms: Pick<Terms, 'deliverables'>,
  { campaign }: RequestContext,
  now: number,
): Extract<Refusal, { kind: 'due_dates' }> | null {
  const problem = dueDateProblem(terms, campaign, now)
  return problem && { kind: 'due_dates', problem }
}

function unchangedRefusal({ latest }: AdRequest, by: Side, proposal: Proposal): Refusal | null {
  return isUnchanged(latest, by, proposal) ? { kind: 'unchanged', mine: latest.madeBy === by } : null
}

function offerBudgetRefusal(
  { paymentAmount }: Pick<Terms, 'paymentAmount'>,
  by: Side,
  { campaign }: RequestContext,
  invited = 1,
): Extract<Refusal, { kind: 'offer_over_budget' }> | null {
  const remaining = remainingBudget(campaign)
  if (by === 'influencer' || paymentAmount * invited <= remaining) return null
  return { kind: 'offer_over_budget', remaining, invited }
}

function budgetRefusal({ latest, campaign }: AdRequest): Refusal | null {
  const remaining = remainingBudget(campaign)
  return latest.paymentAmount > remaining ? { kind: 'over_budget', remaining } : null
}
