import { isDeepStrictEqual } from 'node:util'
import { HOUR } from '../../shared/time.ts'
import { type Days, todayOf } from '../campaigns/schedule.ts'
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

/** What the form of the next offer begins with. An edit begins with all of one's own offer. */
export interface Draft extends Terms {
  readonly number?: number
  readonly message: string
  readonly lifetime: OfferLifetime
}

export function draftOf(latest: Offer, by: Side): Draft {
  return latest.madeBy === by
    ? { ...latest, lifetime: lifetimeOf(latest) }
    : { ...latest, message: '', lifetime: DEFAULT_LIFETIME }
}

/** Whether two offers ask for the same, in whatever order they list it. */
export function areSameTerms(one: Terms, other: Terms): boolean {
  return isDeepStrictEqual(normalized(one), normalized(other))
}

/** Whether a proposal says nothing new. With an edit, a new message or deadline is a change, too. */
export function isUnchanged(latest: Offer, by: Side, proposal: Proposal): boolean {
  if (!areSameTerms(latest, proposal)) return false
  return (
    latest.madeBy !== by || (latest.message === proposal.message && lifetimeOf(latest) === proposal.lifetime)
  )
}

/** How long the sender of an offer chose to leave it open. The campaign's end may have cut it short. */
export function lifetimeOf({ madeAt, expiresAt }: Pick<Offer, 'madeAt' | 'expiresAt'>): OfferLifetime {
  return offerLifetimes.find((hours) => hours * HOUR >= expiresAt - madeAt) ?? DEFAULT_LIFETIME
}

function normalized({ paymentAmount, deliverables, requirements, usageChannels, usageMonths }: Terms) {
  const counts = new Map<string, number>()
  for (const { kind, count, dueDate } of deliverables) {
    const key = `${dueDate} ${kind}`
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  return {
    paymentAmount,
    deliverables: [...counts].sort(),
    requirements,
    usageChannels: usageChannels.toSorted(),
    usageMonths,
  }
}

export type DueDateProblem = 'passed' | 'after_end'

/** Why nobody can deliver by the due dates of an offer; null if they can. Its days are those of the campaign. */
export function dueDateProblem(
  { deliverables }: Pick<Terms, 'deliverables'>,
  campaign: Pick<Days, 'endDate' | 'timeZone'>,
  now: number,
): DueDateProblem | null {
  const { endDate } = campaign
  const today = todayOf(campaign, now)
  if (deliverables.some(({ dueDate }) => dueDate < today)) return 'passed'
  return endDate !== null && deliverables.some(({ dueDate }) => dueDate > endDate) ? 'after_end' : null
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
