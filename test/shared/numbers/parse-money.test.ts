import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents, formatMoney, formatShortMoney, MAX_CENTS, toDecimal } from '../../../src/shared/money.ts'
import { parseMoney } from '../../../src/shared/numbers/parse-money.ts'

const amounts = fc.integer({ min: 0, max: MAX_CENTS }).map(cents)
const currencies = fc.constantFrom('USD', 'EUR', 'GBP', 'CAD', 'SEK', 'CHF', 'INR', 'ZMW', 'BRL')

/** The amount in cents, or why it is none. */
function read(text: string, currency = 'USD'): number | string {
  const amount = parseMoney(text, currency)
  return amount.ok ? amount.value : amount.refusal
}

describe('an amount of money', () => {
  it('is parsed from what pages and fields print', () => {
    fc.assert(
      fc.property(amounts, currencies, (amount, currency) => {
        expect(read(toDecimal(amount), currency)).toBe(amount)
        expect(read(formatMoney(amount, currency), currency)).toBe(amount)
        expect(read(formatMoney(amount, currency, { compact: true }), currency)).toBe(amount)
      }),
    )
  })

  it('is parsed from short forms, as exactly as they are', () => {
    fc.assert(
      fc.property(amounts, currencies, (amount, currency) => {
        const short = formatShortMoney(amount, currency)
        expect(formatShortMoney(cents(Number(read(short, currency))), currency)).toBe(short)
      }),
    )
  })

  it('is always refused or within the limits', () => {
    const nearly = fc.string({ unit: fc.constantFrom(..."0123456789.,'- $e٣kM€") })
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearly), (typed) => {
        const amount = parseMoney(typed, 'USD')
        if (!amount.ok) return true
        return Number.isSafeInteger(amount.value) && amount.value >= 0 && amount.value <= MAX_CENTS
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['1250', 125_000],
    ['1,250.00', 125_000],
    [' 0.5 ', 50],
    ['1.15', 115],
    ['0', 0],
    ['007.00', 700],
    ['1000000000.00', MAX_CENTS],
    ['$1,450.00', 145_000],
    ['$ 1,450', 145_000],
    ['1,450.00 $', 145_000],
    ['US$1,450', 145_000],
    ['USD 1,450', 145_000],
    ['1450 usd', 145_000],
    ['＄１，４５０', 145_000],
    ['$1.2K', 120_000],
    ['1.25k', 125_000],
    ['1.2345k', 123_450],
    ['2m', 200_000_000],
    ['1 450.00', 145_000],
    ['1\u00a0450', 145_000],
    ["1'450.50", 145_050],
    ['٣', 300],
    ['\u2066$8,000.00\u2069', 800_000],
  ])('%j is %i cents', (typed, amount) => {
    expect(read(typed)).toBe(amount)
  })

  it.each([
    ['', 'no_number'],
    ['$', 'no_number'],
    ['1.', 'no_number'],
    ['.5', 'no_number'],
    ['1e3', 'no_number'],
    ['NaN', 'no_number'],
    ['five', 'no_number'],
    ['12,50', 'separators'],
    ['1,25', 'separators'],
    ['1,2345.00', 'separators'],
    ['1.250,00', 'separators'],
    ['1.234', 'decimals'],
    ['1.005', 'decimals'],
    ['0.000001k', 'decimals'],
    ['-1', 'negative'],
    ['-$5', 'negative'],
    ['$-5', 'negative'],
    ['€5', 'currency'],
    ['5 EUR', 'currency'],
    ['CA$5', 'currency'],
    ['1000000000.01', 'too_large'],
    ['2b', 'too_large'],
    ['9'.repeat(400), 'too_large'],
  ])('%j is refused: %s', (typed, why) => {
    expect(read(typed)).toBe(why)
  })

  it('names no currency but the platform’s', () => {
    expect(read('€1.450', 'EUR')).toBe('decimals')
    expect(read('€1,450', 'EUR')).toBe(145_000)
    expect(read('100 kr', 'SEK')).toBe(10_000)
    expect(read('$5', 'SEK')).toBe('currency')
    expect(read('10k', 'ZMW')).toBe(1_000_000)
  })
})
