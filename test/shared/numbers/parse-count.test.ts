import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCount } from '../../../src/shared/format.ts'
import { parseCount } from '../../../src/shared/numbers/parse-count.ts'

const counts = fc.integer({ min: 0, max: 100_000_000_000 })

/** The count, or why it is none. */
function read(text: string): number | string {
  const count = parseCount(text)
  return count.ok ? count.value : count.refusal
}

describe('a count', () => {
  it('is parsed from what pages print', () => {
    fc.assert(fc.property(counts, (count) => read(formatCount(count)) === count))
    fc.assert(fc.property(counts, (count) => read(String(count)) === count))
  })

  it('is parsed from short forms, as exactly as they are', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const short = formatCount(count, { compact: true })
        expect(formatCount(Number(read(short)), { compact: true })).toBe(short)
      }),
    )
  })

  it('is never negative or a fraction, whatever is typed', () => {
    const nearly = fc.string({ unit: fc.constantFrom(..."0123456789.,' -kMb٣\u00a0") })
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearly), (text) => {
        const count = parseCount(text)
        return !count.ok || (Number.isSafeInteger(count.value) && count.value >= 0)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['0', 0],
    ['-0', 0],
    ['+7', 7],
    ['007', 7],
    ['12500', 12_500],
    ['12,500', 12_500],
    ['1,234,567', 1_234_567],
    ['12 500', 12_500],
    ['12\u00a0500', 12_500],
    ['12\u202f500', 12_500],
    ["12'500", 12_500],
    ['12’500', 12_500],
    ['\u200b12,500\ufeff', 12_500],
    ['\u206812,500\u2069', 12_500],
    ['10k', 10_000],
    ['18.4k', 18_400],
    ['18.4 K', 18_400],
    ['1.2M', 1_200_000],
    ['1.234M', 1_234_000],
    ['1.50k', 1_500],
    ['1,200k', 1_200_000],
    ['2b', 2_000_000_000],
    ['3 million', 3_000_000],
    ['１２，５００', 12_500],
    ['١٢٬٥٠٠', 12_500],
    ['۱۲۵۰۰', 12_500],
    ['१२५००', 12_500],
    ['𝟙𝟚', 12],
  ])('%j is %i', (typed, count) => {
    expect(read(typed)).toBe(count)
  })

  it.each([
    ['12,5', 'separators'],
    ['1,25,000', 'separators'],
    ['1,2345', 'separators'],
    ['1234,567', 'separators'],
    ['1,234 567', 'separators'],
    ['1 2 3', 'separators'],
    [',5', 'no_number'],
    ['12,', 'no_number'],
    ['1.234', 'dot'],
    ['1.5', 'dot'],
    ['12.0', 'dot'],
    ['1.234.567', 'dot'],
    ['1.234,5', 'dot'],
    ['1.2345k', 'fraction'],
    ['0.0001k', 'fraction'],
    ['9'.repeat(400), 'fraction'],
    ['-1', 'negative'],
    ['−12', 'negative'],
    ['', 'no_number'],
    ['k', 'no_number'],
    ['10kk', 'no_number'],
    ['10k followers', 'no_number'],
    ['$10', 'no_number'],
    ['1e3', 'no_number'],
    ['0x10', 'no_number'],
    ['½', 'no_number'],
    ['NaN', 'no_number'],
    ['10-20', 'no_number'],
  ])('%j is refused: %s', (typed, why) => {
    expect(read(typed)).toBe(why)
  })
})
