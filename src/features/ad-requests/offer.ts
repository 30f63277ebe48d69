import type { Cents } from '../../shared/money.ts'
import type { UsageChannel } from '../../shared/taxonomy.ts'
import { HOUR } from '../../shared/time.ts'
import type { AgreedDeliverable } from './schema.ts'

export type Side = 'sponsor' | 'influencer'

/** How long an offer may stand, in hours: the sender chooses, 72 unless told. */
export const offerLifetimes = [24, 48, 72, 120, 168, 336] as const
export const DEFAULT_LIFETIME = 72

/** What two sides talk about. Payment in cents; due dates are calendar days. */
export interface Terms {
  readonly paymentAmount: Cents
  readonly deliverables: readonly AgreedDeliverable[]
  readonly requirements: string
  readonly usageChannels: readonly UsageChannel[]
  readonly usageMonths: number
}

/** Terms on the way to the other side, with words and a clock (hours). */
export interface Proposal extends Terms {
  readonly message: string
  readonly lifetime: (typeof offerLifetimes)[number]
}

/** One offer: never changed once made. */
export interface Offer extends Terms {
  readonly number: number
  readonly madeBy: Side
  readonly message: string
  readonly madeAt: number
  readonly expiresAt: number
}

/** `campaignEnd` (milliseconds) is when it expires at the latest, whatever its lifetime. */
export function makeOffer(
  number: number,
  by: Side,
  proposal: Proposal,
  campaignEnd: number | null,
  now: number,
): Offer {
  const { lifetime, ...terms } = proposal
  const expiresAt = Math.min(now + lifetime * HOUR, campaignEnd ?? Number.POSITIVE_INFINITY)
  return { ...terms, number, madeBy: by, madeAt: now, expiresAt }
}

/** When reminders are due: at half and at 80 % of an offer's time. */
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
