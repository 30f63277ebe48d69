import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barOf, type Period, periodKeys, periodOf } from '../../../src/features/statistics/period.ts'
import { addDays, daysBetween } from '../../../src/shared/time.ts'

const at = (day: string) => Date.parse(`${day}T15:00:00Z`)

function spans({ from, to, before }: Period) {
  return { from, to, before }
}

describe('a period', () => {
  it('ends today, and is compared with as many days right before it', () => {
    expect(spans(periodOf('7d', at('2026-11-27')))).toEqual({
      from: '2026-11-21',
      to: '2026-11-27',
      before: { from: '2026-11-14', to: '2026-11-20' },
    })
  })

  it('counts its days in UTC', () => {
    expect(periodOf('7d', Date.parse('2026-11-27T23:59:59.999Z')).to).toBe('2026-11-27')
    expect(periodOf('7d', Date.parse('2026-11-28T00:00:00Z')).to).toBe('2026-11-28')
  })

  it('of a year begins after the same day a year ago', () => {
    expect(spans(periodOf('year', at('2026-11-27')))).toEqual({
      from: '2025-11-28',
      to: '2026-11-27',
      before: { from: '2024-11-28', to: '2025-11-27' },
    })
  })

  it('of a year that ends or begins on a leap day has neither a gap nor an overlap', () => {
    expect(spans(periodOf('year', at('2028-02-29')))).toEqual({
      from: '2027-03-01',
      to: '2028-02-29',
      before: { from: '2026-03-01', to: '2027-02-28' },
    })
    expect(spans(periodOf('year', at('2029-02-28')))).toEqual({
      from: '2028-02-29',
      to: '2029-02-28',
      before: { from: '2027-03-01', to: '2028-02-28' },
    })
  })

  it('of all time is compared with nothing', () => {
    expect(periodOf('all', at('2026-11-27')).before).toBeNull()
  })

  it('has parts that cover every day of it and of the time before once', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((after) => addDays('2000-01-01', after))
    fc.assert(
      fc.property(days, fc.constantFrom(...periodKeys), (today, key) => {
        const { from, to, before, parts } = periodOf(key, at(today))
        expect(parts[0]?.from).toBe(before ? before.from : from)
        expect(parts.at(-1)?.to).toBe(to)
        for (const [index, part] of parts.entries()) {
          expect(part.from <= part.to).toBe(true)
          if (index > 0) expect(part.from).toBe(addDays(parts[index - 1]?.to ?? '', 1))
          expect(part.isBefore).toBe(part.from < from)
          // No part crosses the beginning of the period or of a bar.
          if (part.isBefore) expect(part.to < from).toBe(true)
          if (part.bar) expect(barOf(part.to, part.grain)).toBe(part.bar)
        }
      }),
    )
  })

  it('shows the whole week in which it begins', () => {
    // A Thursday. The week begins on Monday.
    const { parts } = periodOf('90d', at('2026-12-01'))
    expect(periodOf('90d', at('2026-12-01')).from).toBe('2026-09-03')
    expect(parts.filter(({ bar }) => bar === '2026-08-31')).toEqual([
      { from: '2026-08-31', to: '2026-09-02', isBefore: true, bar: '2026-08-31', grain: 'week' },
      { from: '2026-09-03', to: '2026-09-06', isBefore: false, bar: '2026-08-31', grain: 'week' },
    ])
  })
})

describe('a week', () => {
  it('begins on a Monday, also across New Year and before 1970', () => {
    for (const day of ['2026-12-31', '2027-01-01', '2028-02-29', '1969-12-31']) {
      const monday = barOf(day, 'week')
      expect(new Date(at(monday)).getUTCDay()).toBe(1)
      expect(daysBetween(monday, day)).toBeGreaterThanOrEqual(0)
      expect(daysBetween(monday, day)).toBeLessThan(7)
    }
  })
})
