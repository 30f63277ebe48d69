import type { UserId } from '../../../shared/ids.ts'
import { sum } from '../../../shared/numbers/sum.ts'

/** What happened to ad requests in one month: of one campaign, or of several added up. */
export interface RequestFacts {
  readonly invited: number
  readonly applied: number
  readonly accepted: number
  readonly rejected: number
  readonly withdrawn: number
  readonly expired: number
  /** Without an answer at the end of the month, or now if the month is not over. */
  readonly pending: number
  /** Milliseconds from each offer to its answer, by the side that answered. */
  readonly sponsorAnswers: readonly number[]
  readonly influencerAnswers: readonly number[]
  readonly agreements: readonly Agreement[]
  /** Of the campaigns as they are now, in cents. 0 in the report of an influencer, who must not know them. */
  readonly budget: number
  readonly committed: number
}

export interface Agreement {
  readonly influencerId: UserId
  /** In cents. */
  readonly amount: number
  /** What the first offer was, in cents. */
  readonly firstAmount: number
  /** Of the influencer now. */
  readonly reach: number
}

export function addRequestFacts(parts: readonly RequestFacts[]): RequestFacts {
  const sumOf = (value: (facts: RequestFacts) => number) => sum(parts.map(value))
  return {
    invited: sumOf(({ invited }) => invited),
    applied: sumOf(({ applied }) => applied),
    accepted: sumOf(({ accepted }) => accepted),
    rejected: sumOf(({ rejected }) => rejected),
    withdrawn: sumOf(({ withdrawn }) => withdrawn),
    expired: sumOf(({ expired }) => expired),
    pending: sumOf(({ pending }) => pending),
    sponsorAnswers: parts.flatMap(({ sponsorAnswers }) => sponsorAnswers),
    influencerAnswers: parts.flatMap(({ influencerAnswers }) => influencerAnswers),
    agreements: parts.flatMap(({ agreements }) => agreements),
    budget: sumOf(({ budget }) => budget),
    committed: sumOf(({ committed }) => committed),
  }
}

export const noRequestFacts: RequestFacts = addRequestFacts([])

/** In cents. */
export function agreedAmount({ agreements }: RequestFacts): number {
  return sum(agreements.map(({ amount }) => amount))
}

/** Agreed out of answered or expired. Null if there were none. Withdrawn requests got no answer, so they don't count. */
export function acceptanceRate({
  accepted,
  rejected,
  expired,
}: Pick<RequestFacts, 'accepted' | 'rejected' | 'expired'>): number | null {
  const closed = accepted + rejected + expired
  return closed === 0 ? null : accepted / closed
}

/** How much the agreed prices are above (or below) the first offers, as a ratio. Null without a first price. */
export function priceChange({ agreements }: RequestFacts): number | null {
  const first = sum(agreements.map(({ firstAmount }) => firstAmount))
  const agreed = sum(agreements.map(({ amount }) => amount))
  return first === 0 ? null : agreed / first - 1
}

/** The reach of everybody agreed with. A person counts once. */
export function reachAgreed({ agreements }: RequestFacts): number {
  const reachOf = new Map(agreements.map(({ influencerId, reach }) => [influencerId, reach]))
  return sum([...reachOf.values()])
}

/** The middle value, or the mean of the two in the middle. Null if there are none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
