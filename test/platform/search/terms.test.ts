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

/** The terms that the index has for a day or an amount. See the view `campaign_documents`. */
const termsOfDay = (day: string) =>
  [3, 4, 5, 6, 7, 8].map((length) => term('end', day.replaceAll('-', '').slice(0, length)))
const termsOfAmount = (amount: number) => {
  const digits = `${String(String(amount).length).padStart(2, '0')}${amount}00`
  return [2, 3, 4, 5].map((length) => term('budget', digits.slice(0, length)))
}

describe('the terms of a range', () => {
  it('find exactly the days in it, each by one term, and are few', () => {
    fc.assert(
      fc.property(days, days, days, (day, one, other) => {
        const [from = '', to = ''] = [one, other].sort()
        const terms = dayTerms(from, to)
        const found = termsOfDay(day).filter((one) => terms.includes(one))
        expect(found).toHaveLength(from <= day && day <= to ? 1 : 0)
        expect(terms.length).toBeLessThanOrEqual(70)
      }),
      { numRuns: 2_000 },
    )
  })

  it('find all days before or after a single bound', () => {
    fc.assert(
      fc.property(days, days, (day, bound) => {
        const isFound = (terms: string[]) => termsOfDay(day).some((one) => terms.includes(one))
        expect(isFound(dayTerms(bound, null))).toBe(day >= bound)
        expect(isFound(dayTerms(null, bound))).toBe(day <= bound)
        expect(dayTerms(bound, null).length).toBeLessThanOrEqual(45)
      }),
      { numRuns: 2_000 },
    )
  })

  it('find all amounts in it, and outside only those whose first three digits are those of a bound', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (amount, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const terms = amountTerms(from, to)
        const isFound = termsOfAmount(amount).some((one) => terms.includes(one))
        const hasDigitsOf = (bound: number) => termsOfAmount(bound).at(-1) === termsOfAmount(amount).at(-1)
        if (from <= amount && amount <= to) expect(isFound).toBe(true)
        else expect(isFound).toBe(hasDigitsOf(from) || hasDigitsOf(to))
      }),
      { numRuns: 2_000 },
    )
  })

  it('are empty if it ends before it begins', () => {
    expect(dayTerms('2026-12-02', '2026-12-01')).toEqual([])
    expect(amountTerms(2_000, 1_000)).toEqual([])
  })
})
