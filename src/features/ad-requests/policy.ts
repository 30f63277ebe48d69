import type { Viewer } from '../../platform/http/context.ts'
import { type AdRequest, remainingBudget, stateAt } from './ad-request.ts'
import { blockerOf } from './blocker.ts'
import type { Side } from './offer.ts'

/** The viewer's side of a request; null for admins, who can only look. */
export function sideOf(
  viewer: Viewer,
  adRequest: Pick<AdRequest, 'sponsorId' | 'influencerId'>,
): Side | null {
  if (viewer.id === adRequest.sponsorId) return 'sponsor'
  if (viewer.id === adRequest.influencerId) return 'influencer'
  return null
}

/** Whether this side may accept, counter or reject the latest offer. */
export function canAnswer(side: Side | null, adRequest: AdRequest, now: number): boolean {
  return side !== null && stateAt(adRequest, now) === 'pending' && adRequest.turn === side
}

/**
 * Whether to offer this side the button to accept. A sponsor needs the budget for it. An influencer can always try,
 * because they must not learn what the campaign has left.
 */
export function canAccept(side: Side | null, adRequest: AdRequest, now: number): boolean {
  if (!canAnswer(side, adRequest, now) || blockerOf(adRequest, now)) return false
  return side === 'influencer' || adRequest.latest.paymentAmount <= remainingBudget(adRequest.campaign)
}

/** Whether this side may edit or withdraw the latest offer, which is its own. */
export function canReplace(side: Side | null, adRequest: AdRequest, now: number): boolean {
  return side !== null && stateAt(adRequest, now) === 'pending' && adRequest.latest.madeBy === side
}
