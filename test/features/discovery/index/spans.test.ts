import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountTokens, dayTokens } from '../../../../src/features/discovery/index/spans.ts'
import { token } from '../../../../src/features/discovery/index/tokens.ts'
import { MAX_CENTS } from '../../../../src/shared/money.ts'

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const amounts = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: MAX_CENTS }))

/** What the index holds of a day and of an amount: see `campaign_documents`. */
const ofDay = (day: string) =>
  [3, 4, 6, 7, 8].map((cut) => token('endsIn', day.replaceAll('-', '').slice(0, cut)))
const ofAmount = (amount: number) => {
  const digits = `${String(String(amount).length).padStart(2, '0')}${amount}0`
  return [2, 3, 4].map((cut) => token('budget', digits.slice(0, cut)))
}

describe('the tokens of a span', () => {
  it('of days are those of exactly the days in it, each at most once, and few', () => {
    fc.assert(
      fc.property(days, days, days, (day, one, other) => {
        const [from = '', to = ''] = [one, other].sort()
        const tokens = dayTokens('endsIn', from, to)
        const held = ofDay(day).filter((one) => tokens.includes(one))
        expect(held).toHaveLength(from <= day && day <= to ? 1 : 0)
        expect(tokens.length).toBeLessThanOrEqual(70)
      }),
      { numRuns: 2_000 },
    )
  })

  it('of days without a beginning or an end go on for the century', () => {
    fc.assert(
      fc.property(days, days, (day, bound) => {
        const holds = (tokens: string[]) => ofDay(day).some((one) => tokens.includes(one))
        expect(holds(dayTokens('endsIn', bound, null))).toBe(day >= bound)
        expect(holds(dayTokens('endsIn', null, bound))).toBe(day <= bound)
        expect(dayTokens('endsIn', bound, null).length).toBeLessThanOrEqual(45)
      }),
      { numRuns: 2_000 },
    )
  })

  it('of amounts are those of all amounts in it, and beyond its ends only of the same first two digits', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (amount, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const tokens = amountTokens('budget', from, to)
        const isHeld = ofAmount(amount).some((one) => tokens.includes(one))
        const alike = (bound: number) => ofAmount(bound).at(-1) === ofAmount(amount).at(-1)
        if (from <= amount && amount <= to) expect(isHeld).toBe(true)
        else expect(isHeld).toBe(alike(from) || alike(to))
      }),
      { numRuns: 2_000 },
    )
  })

  it('that ends before it begins are none', () => {
    expect(dayTokens('endsIn', '2026-12-02', '2026-12-01')).toEqual([])
    expect(amountTokens('budget', 2_000, 1_000)).toEqual([])
  })
})
