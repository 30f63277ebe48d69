import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AgreedPrice,
  MAX_DEALS,
  MAX_PER_PERSON,
  MIN_DEALS,
  MIN_SPONSORS,
  priceRangeFor,
  unitPriceOf,
} from '../../../src/features/price-guidance/price-range.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { cents } from '../../../src/shared/money.ts'

const NOBODY = 0 as UserId
const FIRST_INFLUENCER = 1_000

const anyDeals = fc.array(
  fc.record({
    unitPrice: fc.integer({ min: 1, max: 90_000_00 }).map(cents),
    sponsorId: fc.integer({ min: 1, max: 14 }).map((id) => id as UserId),
    influencerId: fc.integer({ min: FIRST_INFLUENCER, max: FIRST_INFLUENCER + 30 }).map((id) => id as UserId),
  }),
  { minLength: 15, maxLength: 90, size: 'max' },
)

/** Deals for these amounts in dollars, newest first, each by another influencer, by `sponsors` in turn. */
function dealsFor(dollars: readonly number[], sponsors: number): AgreedPrice[] {
  return dollars.map((amount, index) => ({
    unitPrice: cents(amount * 100),
    sponsorId: (1 + (index % sponsors)) as UserId,
    influencerId: (FIRST_INFLUENCER + index) as UserId,
  }))
}

const hundreds = (count: number) => Array.from({ length: count }, (_, index) => 100 * (index + 1))

describe('the price of one deliverable', () => {
  it('is the amount divided by their number', () => {
    const deliverables = [
      { kind: 'reel', count: 2 },
      { kind: 'reel', count: 1 },
    ] as const
    expect(unitPriceOf({ paymentAmount: cents(1_000_00), deliverables })).toEqual({
      kind: 'reel',
      unitPrice: 333_33,
    })
  })

  it('is unknown for several kinds, and for work without a payment', () => {
    const reel = { kind: 'reel', count: 1 } as const
    expect(
      unitPriceOf({ paymentAmount: cents(500_00), deliverables: [reel, { kind: 'story', count: 1 }] }),
    ).toBeNull()
    expect(unitPriceOf({ paymentAmount: cents(0), deliverables: [reel] })).toBeNull()
    expect(unitPriceOf({ paymentAmount: cents(500_00), deliverables: [] })).toBeNull()
  })
})

describe('the range of prices', () => {
  it('is the middle half, rounded to two digits', () => {
    expect(priceRangeFor(NOBODY, dealsFor(hundreds(10), 5))).toEqual({
      from: 330_00,
      to: 780_00,
      deals: 10,
    })
  })

  it('is not shown for 9 deals, or for those of 4 sponsors', () => {
    expect(priceRangeFor(NOBODY, dealsFor(hundreds(9), 5))).toBeNull()
    expect(priceRangeFor(NOBODY, dealsFor(hundreds(40), 4))).toBeNull()
  })

  it('changes by five deals at a time', () => {
    const older = dealsFor(hundreds(20), 10)
    const newer = dealsFor([9_000, 9_100, 9_200, 9_300, 9_400], 5).map((deal, index) => ({
      ...deal,
      sponsorId: (100 + index) as UserId,
      influencerId: (5_000 + index) as UserId,
    }))
    const before = priceRangeFor(NOBODY, older)
    for (let count = 1; count < newer.length; count += 1) {
      expect(priceRangeFor(NOBODY, [...newer.slice(-count), ...older])).toEqual(before)
    }
    expect(priceRangeFor(NOBODY, [...newer, ...older])?.deals).toBe(25)
  })

  it('counts 200 deals at most', () => {
    expect(priceRangeFor(NOBODY, dealsFor(hundreds(400), 400))?.deals).toBe(MAX_DEALS)
  })

  it('has enough deals of enough people, and lies between them', () => {
    fc.assert(
      fc.property(anyDeals, (deals) => {
        const range = priceRangeFor(NOBODY, deals)
        if (range === null) return
        const prices = deals.map(({ unitPrice }) => unitPrice)
        const sponsors = new Set(deals.map(({ sponsorId }) => sponsorId))
        expect(range.deals).toBeGreaterThanOrEqual(MIN_DEALS)
        expect(range.deals).toBeLessThanOrEqual(sponsors.size * MAX_PER_PERSON)
        expect(sponsors.size).toBeGreaterThanOrEqual(MIN_SPONSORS)
        expect(range.from).toBeLessThanOrEqual(range.to)
        expect(range.from).toBeGreaterThanOrEqual(Math.min(100, Math.min(...prices) * 0.94))
        expect(range.to).toBeLessThanOrEqual(Math.max(100, Math.max(...prices) * 1.06 + 50))
      }),
    )
  })

  it('does not depend on the deals of whoever looks', () => {
    fc.assert(
      fc.property(anyDeals, fc.integer({ min: 1, max: 14 }), (deals, id) => {
        const viewer = id as UserId
        const others = deals.filter(({ sponsorId }) => sponsorId !== viewer)
        expect(priceRangeFor(viewer, deals)).toEqual(priceRangeFor(NOBODY, others))
      }),
    )
  })

  it('cannot be moved beyond what others agreed on by one person', () => {
    fc.assert(
      fc.property(anyDeals, fc.boolean(), fc.integer({ min: 1, max: 14 }), (deals, isHigh, id) => {
        const extreme = cents(isHigh ? 900_000_00 : 1)
        const steered = deals.map((deal) => (deal.sponsorId === id ? { ...deal, unitPrice: extreme } : deal))
        const range = priceRangeFor(NOBODY, steered)
        if (range === null) return
        const honest = deals.filter(({ sponsorId }) => sponsorId !== id).map(({ unitPrice }) => unitPrice)
        expect(range.to).toBeLessThanOrEqual(Math.max(...honest) * 1.06 + 50)
        expect(range.from).toBeGreaterThanOrEqual(Math.min(100, Math.min(...honest) * 0.94))
      }),
    )
  })

  it('is shown often enough for these properties to mean something', () => {
    const shown = fc.sample(anyDeals, 200).filter((deals) => priceRangeFor(NOBODY, deals) !== null)
    expect(shown.length).toBeGreaterThan(60)
  })
})
