import fc from 'fast-check'
import type { AdRequest } from '../../../src/features/ad-requests/ad-request.ts'
import type { RequestContext } from '../../../src/features/ad-requests/blocker.ts'
import type { Offer, Proposal, Side } from '../../../src/features/ad-requests/offer.ts'
import { DEFAULT_LIFETIME, offerLifetimes } from '../../../src/features/ad-requests/offer.ts'
import type { AdRequestId, CampaignId, UserId } from '../../../src/shared/ids.ts'
import { type Cents, cents } from '../../../src/shared/money.ts'
import { deliverableKindKeys, usageChannelKeys } from '../../../src/shared/taxonomy.ts'
import { DAY, HOUR, MINUTE } from '../../../src/shared/time.ts'

/** 2026-11-22, noon UTC. */
export const NOON = Date.UTC(2026, 10, 22, 12)

export const sides = ['sponsor', 'influencer'] as const

/** Without a blocker: a campaign with a budget of 10,000.00 that ends in 30 days, and two active people. */
export function contextWith(campaign: Partial<RequestContext['campaign']> = {}): RequestContext {
  return {
    campaign: {
      name: 'Autumn Trail Boots',
      state: 'active',
      flagged: false,
      endDate: '2026-12-21',
      endsAt: NOON + 30 * DAY,
      timeZone: 'UTC',
      budget: cents(1_000_000),
      committed: cents(0),
      version: 1,
      ...campaign,
    },
    sponsor: { name: 'Northway Outdoor', active: true, flagged: false },
    influencer: { name: 'Mara Lindqvist', active: true, flagged: false },
  }
}

export function proposalOf(payment: number, values: Partial<Proposal> = {}): Proposal {
  return {
    paymentAmount: cents(payment),
    deliverables: [{ kind: 'reel', count: 1, dueDate: '2026-12-01' }],
    requirements: '',
    usageChannels: ['organic'],
    usageMonths: 3,
    message: '',
    lifetime: DEFAULT_LIFETIME,
    ...values,
  }
}

/** A request right after its first offer. */
export function opened(first: Offer, context: RequestContext, id = 1): AdRequest {
  return {
    ...context,
    id: id as AdRequestId,
    campaignId: 1 as CampaignId,
    sponsorId: 1 as UserId,
    influencerId: (100 + id) as UserId,
    origin: first.madeBy === 'sponsor' ? 'invitation' : 'application',
    state: 'pending',
    turn: first.madeBy === 'sponsor' ? 'influencer' : 'sponsor',
    flagged: false,
    latest: first,
    closesAt: first.expiresAt,
    version: 1,
  }
}

/** Up to a payment, in cents. */
export const proposalsUpTo = (max: number): fc.Arbitrary<Proposal> =>
  fc.record({
    paymentAmount: fc.integer({ min: 0, max }).map(cents),
    deliverables: fc.array(
      fc.record({
        kind: fc.constantFrom(...deliverableKindKeys),
        count: fc.integer({ min: 1, max: 50 }),
        dueDate: fc.constant('2026-12-01'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    requirements: fc.string({ maxLength: 8 }),
    usageChannels: fc.subarray([...usageChannelKeys]),
    usageMonths: fc.integer({ min: 0, max: 60 }),
    message: fc.string({ maxLength: 8 }),
    lifetime: fc.constantFrom(...offerLifetimes),
  })

/** An action, or a change around the request. `number` is relative to the latest offer's number. */
export type Step =
  | { readonly do: 'propose'; readonly by: Side; readonly number: number; readonly proposal: Proposal }
  | { readonly do: 'accept'; readonly by: Side; readonly number: number }
  | { readonly do: 'reject' | 'withdraw'; readonly by: Side }
  | { readonly do: 'wait'; readonly time: number }
  | { readonly do: 'budget'; readonly budget: Cents }
  | {
      readonly do: 'campaign'
      readonly state: RequestContext['campaign']['state']
      readonly flagged: boolean
    }
  | {
      readonly do: 'people'
      readonly sponsor: boolean
      readonly influencer: boolean
      readonly flagged: boolean
    }
  | { readonly do: 'end'; readonly inTime: number }

const side = fc.constantFrom(...sides)
// Mostly the latest, sometimes an older one or one that does not exist yet.
const number = fc.constantFrom(0, 0, 0, 0, -1, 1, -3)
const times = fc.oneof(
  fc.integer({ min: 0, max: 10 * MINUTE }),
  fc.integer({ min: 0, max: 30 * HOUR }),
  fc.constantFrom(24 * HOUR, DEFAULT_LIFETIME * HOUR, 14 * DAY),
)

export const actions: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('propose' as const),
      by: side,
      number,
      proposal: proposalsUpTo(1_500_000),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('accept' as const), by: side, number }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('reject' as const, 'withdraw' as const), by: side }),
  },
)

export const changes: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), time: times }) },
  fc.record({
    do: fc.constant('budget' as const),
    budget: fc.integer({ min: 0, max: 1_500_000 }).map(cents),
  }),
  fc.record({
    do: fc.constant('campaign' as const),
    state: fc.constantFrom('active' as const, 'active' as const, 'paused' as const, 'completed' as const),
    flagged: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('people' as const),
    sponsor: fc.boolean(),
    influencer: fc.boolean(),
    flagged: fc.boolean(),
  }),
  fc.record({ do: fc.constant('end' as const), inTime: fc.integer({ min: 1, max: 20 * DAY }) }),
)

/** Freezes a value deeply, so that a rule that changes its input throws. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}
