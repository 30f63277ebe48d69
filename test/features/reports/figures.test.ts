import { describe, expect, it } from 'vitest'
import { changeOf } from '../../../src/features/reports/figures/change.ts'
import {
  acceptanceRate,
  addRequestFacts,
  median,
  noRequestFacts,
  priceChange,
  reachAgreed,
} from '../../../src/features/reports/figures/facts.ts'
import { formatFigure } from '../../../src/features/reports/figures/format-figure.ts'
import { influencerFigures } from '../../../src/features/reports/figures/influencer-figures.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { HOUR, MINUTE } from '../../../src/shared/time.ts'

const style = { currency: 'USD', locale: 'en-US' }

function agreement(person: number, amount: number, firstAmount: number, reach = 1_000) {
  return { influencerId: person as UserId, amount, firstAmount, reach }
}

describe('the facts of several campaigns', () => {
  const one = { ...noRequestFacts, accepted: 1, agreements: [agreement(1, 900, 1_000, 500)] }
  const other = { ...noRequestFacts, accepted: 1, rejected: 1, agreements: [agreement(1, 2_200, 2_000, 500)] }
  const both = addRequestFacts([one, other])

  it('give totals that are not the mean of the rows', () => {
    expect(acceptanceRate(both)).toBe(2 / 3)
    expect(priceChange(both)).toBeCloseTo(3_100 / 3_000 - 1)
  })

  it('count the reach of a person once', () => {
    expect(reachAgreed(both)).toBe(500)
  })
})

describe('a figure without data', () => {
  it('is not zero', () => {
    expect(acceptanceRate(noRequestFacts)).toBeNull()
    expect(priceChange({ ...noRequestFacts, agreements: [agreement(1, 500, 0)] })).toBeNull()
    expect(median([])).toBeNull()
    expect(formatFigure(null, 'percent', style)).toBe('–')
  })
})

describe('the median', () => {
  it('is the middle, or between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([9, 1, 5, 4])).toBe(4.5)
  })
})

describe('a figure as text', () => {
  it.each([
    [1_234, 'count', '1,234'],
    [145_000, 'money', '$1,450'],
    [145_050, 'money', '$1,450.50'],
    [0.625, 'percent', '62.5%'],
    [0.042, 'difference', '+4.2%'],
    [-0.042, 'difference', '−4.2%'],
    [0.0001, 'difference', '0%'],
    [20 * MINUTE, 'duration', '20 minutes'],
    [HOUR, 'duration', '1 hour'],
    [5.5 * HOUR, 'duration', '5.5 hours'],
    [60 * HOUR, 'duration', '2.5 days'],
  ] as const)('%d as %s is %s', (value, format, text) => {
    expect(formatFigure(value, format, style)).toBe(text)
  })
})

describe('a change', () => {
  const change = (
    format: Parameters<typeof changeOf>[0]['format'],
    now: number | null,
    before: number | null,
  ) => changeOf({ format, better: 'up' }, now, before, 'September', style)

  it('says in words what the arrow shows', () => {
    expect(change('count', 5, 2)).toEqual({ direction: 'up', isGood: true, text: '3 more than in September' })
    expect(change('money', 100, 50_100)).toEqual({
      direction: 'down',
      isGood: false,
      text: '$500 less than in September',
    })
    expect(change('percent', 0.5, 0.49)?.text).toBe('1 point higher than in September')
    expect(change('duration', 3 * HOUR, 5 * HOUR)?.text).toBe('2 hours shorter than in September')
  })

  it('is none if it is too small to show, or if a month has no figure', () => {
    expect(change('percent', 0.5001, 0.5)).toMatchObject({ direction: 'same', isGood: null })
    expect(change('count', 3, null)).toBeNull()
    expect(change('count', null, 3)).toBeNull()
  })
})

describe("an influencer's report", () => {
  it('never depends on a budget', () => {
    const rich = { ...noRequestFacts, budget: 1_000_000, committed: 500_000 }
    for (const { value } of influencerFigures) expect(value(rich)).toEqual(value(noRequestFacts))
  })
})
