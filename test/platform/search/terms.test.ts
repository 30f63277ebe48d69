import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangeTermsOf, term } from '../../../src/platform/search/terms.ts'
import { MAX_CENTS } from '../../../src/shared/money.ts'

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const amounts = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: MAX_CENTS }))

const dayTerms = (from: string | null, to: string | null) => rangeTermsOf('end', { kind: 'day' }, from, to)
const amountTerms = (from: number | null, to: number | null) =>
  rangeTermsOf('budget', { kind: 'number' }, from, to)

/** What the index has of a day and of an amount: see `campaign_documents`. */
const ofDay = (day: string) =>
  [3, 4, 5, 6, 7, 8].map((length) => term('end', day.replaceAll('-', '').slice(0, length)))
const ofAmount = (amount: number) => {
  const digits = `${String(String(amount).length).padStart(2, '0')}${amount}00`
  return [2, 3, 4, 5].map((length) => term('budget', digits.slice(0, length)))
}

describe('the terms of a range', () => {
  it('of days are those of exactly the days in it, each at most once, and few', () => {
    fc.assert(
      fc.property(days, days, days, (day, one, other) => {
        const [from = '', to = ''] = [one, other].sort()
        const terms = dayTerms(from, to)
        const held = ofDay(day).filter((one) => terms.includes(one))
        expect(held).toHaveLength(from <= day && day <= to ? 1 : 0)
        expect(terms.length).toBeLessThanOrEqual(70)
      }),
      { numRuns: 2_000 },
    )
  })

  it('of days without a beginning or an end go on for the century', () => {
    fc.assert(
      fc.property(days, days, (day, bound) => {
        const holds = (terms: string[]) => ofDay(day).some((one) => terms.includes(one))
        expect(holds(dayTerms(bound, null))).toBe(day >= bound)
        expect(holds(dayTerms(null, bound))).toBe(day <= bound)
        expect(dayTerms(bound, null).length).toBeLessThanOrEqual(45)
      }),
      { numRuns: 2_000 },
    )
  })

  it('of amounts are those of all amounts in it, and beyond its ends only of the same first three digits', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (amount, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const terms = amountTerms(from, to)
        const isHeld = ofAmount(amount).some((one) => terms.includes(one))
        const alike = (bound: number) => ofAmount(bound).at(-1) === ofAmount(amount).at(-1)
        if (from <= amount && amount <= to) expect(isHeld).toBe(true)
        else expect(isHeld).toBe(alike(from) || alike(to))
      }),
      { numRuns: 2_000 },
    )
  })

  it('that ends before it begins are none', () => {
    expect(dayTerms('2026-12-02', '2026-12-01')).toEqual([])
    expect(amountTerms(2_000, 1_000)).toEqual([])
  })
})
