import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPercent } from '../../../src/features/discovery/percent.ts'
import { formatPercent } from '../../../src/shared/format.ts'
import { parsePercent } from '../../../src/shared/numbers/parse-percent.ts'

const steps = (digits: number) =>
  fc.integer({ min: 0, max: 10 ** digits }).map((step) => Number(`${step}e-${digits}`))

describe('a percentage', () => {
  it('is parsed from what pages and URLs print', () => {
    fc.assert(fc.property(steps(3), (share) => parsePercent(formatPercent(share)) === share))
    fc.assert(fc.property(steps(6), (share) => parsePercent(String(toPercent(share))) === share))
  })

  it.each([
    ['4.1', 0.041],
    ['4,1 %', 0.041],
    ['4.1 percent', 0.041],
    ['0', 0],
    ['100%', 1],
    ['٤٫١٪', 0.041],
    ['４．１％', 0.041],
    ['\u00a04.1\u00a0%', 0.041],
  ])('%j is %d', (typed, share) => {
    expect(parsePercent(typed)).toBe(share)
  })

  it.each(['', '%', '101', '100.1', '-1', '4.12345', '1000', '1,000.5', '4.1.2', '5k', 'high'])(
    '%j is refused',
    (typed) => {
      expect(parsePercent(typed)).toBeNull()
    },
  )
})
