import type { Viewer } from '../../platform/http/context.ts'
import { type AdRequest, stateAt } from './ad-request.ts'
import type { Side } from './offer.ts'

/** Which side of a request the viewer is on; null for admins, who only look on. */
export function sideOf(
  viewer: Viewer,
  adRequest: Pick<AdRequest, 'sponsorId' | 'influencerId'>,
): Side | null {
  if (viewer.id === adRequest.sponsorId) return 'sponsor'
  if (viewer.id === adRequest.influencerId) return 'influencer'
  return null
}

/** Whether it is this side's move: it may accept, counter or reject. */
export function canAnswer(side: Side | null, adRequest: AdRequest, now: number): boolean {
  return side !== null && stateAt(adRequest, now) === 'pending' && adRequest.turn === side
}

/** Whether this side's own offer is still unanswered: it may edit or withdraw it. */
export function canReplace(side: Side | null, adRequest: AdRequest, now: number): boolean {
  return side !== null && stateAt(adRequest, now) === 'pending' && adRequest.latest.madeBy === side
}
