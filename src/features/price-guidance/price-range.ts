import type { FollowerTier } from '../../shared/follower-tier.ts'
import type { UserId } from '../../shared/ids.ts'
import { type Cents, cents } from '../../shared/money.ts'
import { sum } from '../../shared/numbers/sum.ts'
import type { Category, DeliverableKind } from '../../shared/taxonomy.ts'
import { DAY } from '../../shared/time.ts'

/** What two people agreed on for one deliverable. */
export interface AgreedPrice {
  readonly unitPrice: Cents
  readonly sponsorId: UserId
  readonly influencerId: UserId
}

/** The middle half of what was agreed for similar work, rounded. */
export interface PriceRange {
  readonly from: Cents
  readonly to: Cents
  /** How many deals it is made from. */
  readonly deals: number
}

/** The price range of one kind of deliverable, for influencers of one category and tier. */
export interface PriceGuidance {
  readonly kind: DeliverableKind
  readonly category: Category
  readonly tier: FollowerTier
  readonly range: PriceRange
}

/** No range is made from fewer deals, or from those of fewer sponsors. */
export const MIN_DEALS = 10
export const MIN_SPONSORS = 5

/** Only the newest deals count, and none that is older, in milliseconds. */
export const MAX_DEALS = 200
export const MAX_AGE = 548 * DAY

/** How often one person counts, on either side. Below a quarter of `MIN_DEALS`, nobody alone can move a quartile. */
export const MAX_PER_PERSON = 2

/** Deals join the range five at a time, so that nobody can compare the range before and after a single deal. */
export const STEP = 5

interface Terms {
  readonly paymentAmount: Cents
  readonly deliverables: readonly { readonly kind: DeliverableKind; readonly count: number }[]
}

/**
 * The price of one deliverable. Null for terms with several kinds of deliverable, because nobody knows how much of the
 * amount is for which, and for terms without a payment.
 */
export function unitPriceOf({
  paymentAmount,
  deliverables,
}: Terms): { kind: DeliverableKind; unitPrice: Cents } | null {
  const [first] = deliverables
  if (!first || deliverables.some(({ kind }) => kind !== first.kind)) return null
  const count = sum(deliverables.map((one) => one.count))
  const unitPrice = Math.round(paymentAmount / count)
  return unitPrice > 0 ? { kind: first.kind, unitPrice: cents(unitPrice) } : null
}

/**
 * What others agreed on. `deals` are those of one group, newest first. The deals of the person who looks do not count,
 * because they know them and could subtract them. Null if there are too few to hide every single deal.
 */
export function priceRangeFor(viewer: UserId, deals: readonly AgreedPrice[]): PriceRange | null {
  const others = deals.filter(
    ({ sponsorId, influencerId }) => sponsorId !== viewer && influencerId !== viewer,
  )
  const counted = atMostPerPerson(others.slice(others.length % STEP)).slice(0, MAX_DEALS)
  const sponsors = new Set(counted.map(({ sponsorId }) => sponsorId))
  if (counted.length < MIN_DEALS || sponsors.size < MIN_SPONSORS) return null

  const prices = counted.map(({ unitPrice }) => unitPrice).sort((one, other) => one - other)
  return {
    from: sensible(quantile(prices, 0.25)),
    to: sensible(quantile(prices, 0.75)),
    deals: prices.length,
  }
}

function atMostPerPerson(deals: readonly AgreedPrice[]): AgreedPrice[] {
  const times = new Map<UserId, number>()
  const count = (person: UserId) => times.get(person) ?? 0
  return deals.filter(({ sponsorId, influencerId }) => {
    if (count(sponsorId) >= MAX_PER_PERSON || count(influencerId) >= MAX_PER_PERSON) return false
    for (const person of [sponsorId, influencerId]) times.set(person, count(person) + 1)
    return true
  })
}

// Interpolates between two deals, so that it is not the price of one deal.
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share
  const below = sorted[Math.floor(position)] ?? 0
  const above = sorted[Math.ceil(position)] ?? below
  return below + (above - below) * (position % 1)
}

/** Rounds to two digits, but no finer than whole units of the currency: $437.50 is $440, and $1,234 is $1,200. */
function sensible(amount: number): Cents {
  const digits = String(Math.floor(amount)).length
  const unit = Math.max(1_00, 10 ** (digits - 2))
  return cents(Math.max(unit, Math.round(amount / unit) * unit))
}
