import { describe, expect, it } from 'vitest'
import { cents, formatMoney, formatShortMoney, MAX_CENTS, toDecimal } from '../../src/shared/money.ts'

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
