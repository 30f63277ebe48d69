import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cents,
  formatMoney,
  formatShortMoney,
  MAX_CENTS,
  parseMoney,
  toDecimal,
} from '../../src/shared/money.ts'

const amounts = fc.integer({ min: 0, max: MAX_CENTS }).map(cents)

describe('an amount in a form field', () => {
  it('survives formatting and parsing', () => {
    fc.assert(fc.property(amounts, (amount) => parseMoney(toDecimal(amount)) === amount))
  })

  it('may have thousands separators', () => {
    fc.assert(
      fc.property(amounts, (amount) => parseMoney(formatMoney(amount, 'USD').replace('$', '')) === amount),
    )
  })

  it('is always refused or within the limits', () => {
    const nearlyMoney = fc.string({ unit: fc.constantFrom(...'0123456789.,- $e٣') })
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearlyMoney), (typed) => {
        const amount = parseMoney(typed)
        return amount === null || (Number.isSafeInteger(amount) && amount >= 0 && amount <= MAX_CENTS)
      }),
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
  ])('%j is %i cents', (typed, amount) => {
    expect(parseMoney(typed)).toBe(amount)
  })

  it.each([
    '',
    ' ',
    '-1',
    '1.005',
    '1.',
    '.5',
    '1,25',
    '12,50',
    '1,2345.00',
    '1.250,00',
    '$5',
    '1e3',
    '٣',
    'NaN',
    '1000000000.01',
  ])('%j is refused', (typed) => {
    expect(parseMoney(typed)).toBeNull()
  })
})

describe('cents', () => {
  it('are whole numbers', () => {
    expect(() => cents(0.1)).toThrow(RangeError)
    expect(() => cents(Number.NaN)).toThrow(RangeError)
    expect(() => cents(2 ** 53)).toThrow(RangeError)
  })

  it('may be negative', () => {
    expect(toDecimal(cents(-5))).toBe('-0.05')
  })
})

describe('formatMoney', () => {
  it('shows cents, and leaves out only .00 when compact', () => {
    expect(formatMoney(cents(125_000), 'USD')).toBe('$1,250.00')
    expect(formatMoney(cents(125_000), 'USD', { compact: true })).toBe('$1,250')
    expect(formatMoney(cents(1120), 'USD', { compact: true })).toBe('$11.20')
  })

  it('follows the locale', () => {
    expect(formatMoney(cents(125_000), 'EUR', { locale: 'de-DE' })).toBe('1.250,00\u00a0€')
  })
})

it.each([
  [0, '$0'],
  [1250, '$12.50'],
  [950_00, '$950'],
  [1_234_00, '$1.2K'],
  [999_960_00, '$1M'],
  [MAX_CENTS, '$1B'],
])('%d cents are %s where there is little room', (amount, text) => {
  expect(formatShortMoney(cents(amount), 'USD')).toBe(text)
})
