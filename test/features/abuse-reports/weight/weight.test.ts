import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reasonKeys, reasons } from '../../../../src/features/abuse-reports/reasons.ts'
import { MAX_POINTS, trustOf, weightRule } from '../../../../src/features/abuse-reports/weight/weight.ts'
import { DAY, MINUTE } from '../../../../src/shared/time.ts'
import { pointsOf, type WeighedReport, weightOf } from './slow-weight.ts'

const record = fc.record({ upheld: fc.nat(50), dismissed: fc.nat(50), abusive: fc.nat(20) })

const report: fc.Arbitrary<WeighedReport> = fc.record({
  reason: fc.constantFrom(...reasonKeys),
  record,
  accountAge: fc.nat(30 * DAY),
  side: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
})

const reports = fc.array(report, { maxLength: 30 })

const typical: WeighedReport = {
  reason: 'spam',
  record: { upheld: 0, dismissed: 0, abusive: 0 },
  accountAge: 400 * DAY,
  side: 'northway.example',
}

describe('the weight of a case', () => {
  it('is a whole number from 0 to 999', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const weight = weightOf(all)
        expect(Number.isInteger(weight)).toBe(true)
        expect(weight).toBeGreaterThanOrEqual(0)
        expect(weight).toBeLessThan(weightRule.max)
      }),
    )
  })

  it('does not depend on the order of the reports', () => {
    fc.assert(fc.property(reports, (all) => weightOf(all.toReversed()) === weightOf(all)))
  })

  it('never goes down with one more report', () => {
    fc.assert(fc.property(reports, report, (all, one) => weightOf([...all, one]) >= weightOf(all)))
  })

  it('goes up with a second side, but not with a second account of the same side', () => {
    const other = { ...typical, side: 'kettle.example' }
    expect(weightOf([typical, other])).toBeGreaterThan(weightOf([typical]))
    expect(weightOf([typical, typical, typical])).toBe(weightOf([typical]))
    const graver: WeighedReport = { ...typical, reason: 'fraud' }
    expect(weightOf([typical, graver])).toBe(weightOf([graver]))
  })

  it('puts one report of fraud or threats before five of spam', () => {
    const spam = ['a', 'b', 'c', 'd', 'e'].map((side): WeighedReport => ({ ...typical, side }))
    for (const reason of ['fraud', 'threats'] as const) {
      expect(weightOf([{ ...typical, reason }])).toBeGreaterThan(weightOf(spam))
    }
  })

  it('is that of the example in the documentation', () => {
    // 8 × 50 × 100 = 40,000 points, and 1000 × 40,000 / 140,000 = 285.7
    expect(pointsOf({ ...typical, reason: 'fraud' })).toBe(40_000)
    expect(weightOf([{ ...typical, reason: 'fraud' }])).toBe(285)
  })
})

describe('the points of a report', () => {
  const atLeast = (more: WeighedReport, less: WeighedReport) => {
    expect(pointsOf(more)).toBeGreaterThanOrEqual(pointsOf(less))
  }

  it('are bounded', () => {
    fc.assert(
      fc.property(report, (one) => {
        expect(pointsOf(one)).toBeGreaterThanOrEqual(0)
        expect(pointsOf(one)).toBeLessThanOrEqual(MAX_POINTS)
      }),
    )
  })

  it('grow with the gravity of the reason', () => {
    fc.assert(
      fc.property(report, fc.constantFrom(...reasonKeys), (one, reason) => {
        const other = { ...one, reason }
        if (reasons[reason].gravity >= reasons[one.reason].gravity) atLeast(other, one)
        else atLeast(one, other)
      }),
    )
  })

  it('grow with upheld reports, and shrink with dismissed ones and with those in bad faith', () => {
    fc.assert(
      fc.property(report, (one) => {
        const { upheld, dismissed, abusive } = one.record
        atLeast({ ...one, record: { ...one.record, upheld: upheld + 1 } }, one)
        atLeast(one, { ...one, record: { ...one.record, dismissed: dismissed + 1 } })
        const bad = { ...one, record: { ...one.record, abusive: abusive + 1 } }
        atLeast({ ...one, record: { ...one.record, dismissed: dismissed + 1 } }, bad)
      }),
    )
  })

  it('grow with the age of the account', () => {
    fc.assert(
      fc.property(report, fc.nat(30 * DAY), (one, more) =>
        atLeast({ ...one, accountAge: one.accountAge + more }, one),
      ),
    )
    expect(pointsOf({ ...typical, accountAge: 5 * MINUTE })).toBe(pointsOf(typical) / 10)
  })
})

it('trusts a new reporter half, and never fully or not at all', () => {
  expect(trustOf({ upheld: 0, dismissed: 0, abusive: 0 })).toBe(50)
  expect(trustOf({ upheld: 3, dismissed: 1, abusive: 0 })).toBe(66)
  expect(trustOf({ upheld: 0, dismissed: 0, abusive: 3 })).toBe(9)
  fc.assert(fc.property(record, (one) => trustOf(one) < 100))
})
