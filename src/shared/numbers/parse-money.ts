import { type Cents, cents, MAX_CENTS } from '../money.ts'
import { ok, type Result, refuse } from '../result.ts'
import { isSuffix, type NumberProblem, plainCharacters, readNumber, shifted } from './typed-number.ts'

/**
 * Why a text is no amount of money.
 * - `currency`: it names another currency.
 * - `decimals`: parts of a cent, or "1.234", which means thousands to some.
 * - `too_large`: above `MAX_CENTS`.
 */
export type MoneyProblem = NumberProblem | 'currency' | 'decimals' | 'too_large'

/**
 * Parses an amount as pages print it and as people write it: "$1,450.00", "1450", "USD 1 450", "1.2k". `currency` is
 * the only one that it may name, an ISO 4217 code.
 */
export function parseMoney(text: string, currency: string): Result<Cents, MoneyProblem> {
  const amount = withoutCurrency(plainCharacters(text), currency)
  const typed = readNumber(amount)
  if (!typed.ok) return refuse(namesCurrency(amount) ? 'currency' : typed.refusal)
  if (typed.value.zeros === 0 && typed.value.fraction.length > 2) return refuse('decimals')
  const minor = shifted(typed.value, 2)
  if (minor === null) return refuse(/^\d{1,12}$/.test(typed.value.whole) ? 'decimals' : 'too_large')
  return minor <= MAX_CENTS ? ok(cents(minor)) : refuse('too_large')
}

// "-$5" and "$-5" are both "-5".
function withoutCurrency(text: string, currency: string): string {
  const [, sign = '', amount = ''] = /^([+-]?) ?(.*)$/.exec(text) ?? []
  const mark = marksOf(currency).find((one) => startsOrEndsWith(amount, one))
  if (mark === undefined) return text
  const isBefore = amount.slice(0, mark.length).toUpperCase() === mark
  return sign + (isBefore ? amount.slice(mark.length) : amount.slice(0, -mark.length)).trim()
}

function startsOrEndsWith(amount: string, mark: string): boolean {
  const upper = amount.toUpperCase()
  return upper.startsWith(mark) || upper.endsWith(mark)
}

function namesCurrency(amount: string): boolean {
  return /\p{Sc}/u.test(amount) || /^[a-z]{3} ?[\d-]|\d ?[a-z]{3}$/i.test(amount)
}

const marks = new Map<string, readonly string[]>()

/** How people write a currency, in capitals and the longest first: "US$", "USD" and "$". */
function marksOf(currency: string): readonly string[] {
  const known = marks.get(currency) ?? writtenMarks(currency)
  marks.set(currency, known)
  return known
}

// The kwacha's K would hide the suffix of "10k".
function writtenMarks(currency: string): readonly string[] {
  const symbols = [symbolOf(currency, 'symbol'), symbolOf(currency, 'narrowSymbol')]
  const dollar = symbols.includes('$') ? [`${currency.slice(0, 2)}$`] : []
  const all = [currency, ...dollar, ...symbols].map((mark) => mark.toUpperCase())
  return [...new Set(all)].filter((mark) => !isSuffix(mark)).sort((one, other) => other.length - one.length)
}

function symbolOf(currency: string, currencyDisplay: 'symbol' | 'narrowSymbol'): string {
  const parts = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay,
  }).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}
