import { isDeepStrictEqual } from 'node:util'
import { HOUR } from '../../shared/time.ts'
import type { OfferRow } from './schema.ts'

export type Side = OfferRow['madeBy']

/** One offer of a negotiation. It never changes: a new offer replaces it. */
export type Offer = Omit<OfferRow, 'id' | 'adRequestId'>

/** What the two sides negotiate. */
export type Terms = Omit<Offer, 'number' | 'madeBy' | 'message' | 'madeAt' | 'expiresAt'>

/** Terms to offer, with a message and how long the offer stays open. */
export interface Proposal extends Terms {
  readonly message: string
  readonly lifetime: OfferLifetime
}

/** How long an offer stays open unless the sender chooses, in hours. */
export const DEFAULT_LIFETIME = 72

const lifetimes = [24, 48, 72, 120, 168, 336, DEFAULT_LIFETIME] as const
export type OfferLifetime = (typeof lifetimes)[number]

/** The sender's choices, in hours. The default is always one of them. */
export const offerLifetimes: readonly OfferLifetime[] = [...new Set(lifetimes)].sort((a, b) => a - b)

/** The offer expires after its lifetime, but never after `campaignEnd` (milliseconds UTC). */
export function makeOffer(
  number: number,
  by: Side,
  { lifetime, ...proposal }: Proposal,
  campaignEnd: number | null,
  now: number,
): Offer {
  const expiresAt = Math.min(now + lifetime * HOUR, campaignEnd ?? Number.POSITIVE_INFINITY)
  return { ...proposal, number, madeBy: by, madeAt: now, expiresAt }
}

/** Whether two offers are the same except for when they were made and expire. */
export function isSameOffer(one: Offer, other: Offer): boolean {
  const withoutTimes = (offer: Offer) => ({ ...offer, madeAt: 0, expiresAt: 0 })
  return isDeepStrictEqual(withoutTimes(one), withoutTimes(other))
}

/** Whether an offer replaced an earlier one by the same side. */
export function isEdit(offer: Offer, before: Offer | undefined): boolean {
  return before?.madeBy === offer.madeBy
}

/** When reminders are due: after 50% and 80% of an offer's time. */
export function remindersOf({
  madeAt,
  expiresAt,
}: Pick<Offer, 'madeAt' | 'expiresAt'>): readonly [number, number] {
  const lifetime = expiresAt - madeAt
  return [madeAt + Math.floor(lifetime * 0.5), madeAt + Math.floor(lifetime * 0.8)]
}

export function otherSide(side: Side): Side {
  return side === 'sponsor' ? 'influencer' : 'sponsor'
}
