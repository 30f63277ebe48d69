import type { Viewer } from '../../platform/http/context.ts'
import type { UserId } from '../../shared/ids.ts'
import { type AdRequest, remainingBudget, stateAt } from './ad-request.ts'
import { blockerOf, proposalBlockerOf } from './blocker.ts'
import { dueDateProblem, type Side } from './offer.ts'

/** The viewer's side of a request; null for admins, who can only look. */
export function sideOf(
  viewer: Viewer,
  adRequest: Pick<AdRequest, 'sponsorId' | 'influencerId'>,
): Side | null {
  if (viewer.id === adRequest.sponsorId) return 'sponsor'
  if (viewer.id === adRequest.influencerId) return 'influencer'
  return null
}

/** A flagged message is hidden from the other side. */
export function canReadMessage(
  viewer: Viewer,
  { authorId, flaggedAt }: { readonly authorId: UserId; readonly flaggedAt: number | null },
): boolean {
  return flaggedAt === null || viewer.role === 'admin' || viewer.id === authorId
}

/** Whether this side may accept, counter or reject the latest offer. */
export function canAnswer(side: Side | null, adRequest: AdRequest, now: number): boolean {
  return side !== null && stateAt(adRequest, now) === 'pending' && adRequest.turn === side
}

/**
 * Whether to offer this side the way to accept. A sponsor needs the budget for it. An influencer can always try,
 * because they must not learn what the campaign has left.
 */
export function canAccept(side: Side | null, adRequest: AdRequest, now: number): boolean {
  if (!canAnswer(side, adRequest, now) || adRequest.flagged || blockerOf(adRequest, now)) return false
  if (dueDateProblem(adRequest.latest, adRequest.campaign, now)) return false
  return side === 'influencer' || adRequest.latest.paymentAmount <= remainingBudget(adRequest.campaign)
}

/** Whether this side may make an offer: a counteroffer, or one that replaces its own. */
export function canPropose(adRequest: AdRequest, now: number): boolean {
  return !adRequest.flagged && proposalBlockerOf(adRequest, now) === null
}

/** Whether this side may edit or withdraw the latest offer, which is its own. */
export function canReplace(side: Side | null, adRequest: AdRequest, now: number): boolean {
  return side !== null && stateAt(adRequest, now) === 'pending' && adRequest.latest.madeBy === side
}
