import { ok, type Result, refuse } from '../result.ts'

/**
 * Why a text is no number that can only mean one thing.
 * - `separators`: commas, spaces or apostrophes that do not separate thousands, like "12,5".
 * - `negative`: below 0.
 * - `no_number`: anything else.
 */
export type NumberProblem = 'separators' | 'negative' | 'no_number'

/** A number as it was typed, before anybody decided how many digits it may have. "18.40k" has a fraction of "40". */
export interface TypedNumber {
  readonly whole: string
  readonly fraction: string
  /** How many places its suffix moves the point: 3 for "k". */
  readonly zeros: number
}

/**
 * Reads a number as pages print it and as people write it: "1,450.00", "18.4k", "1.2 M", "12 500", with the digits of
 * any script. Commas separate thousands and nothing else; a dot begins the fraction.
 */
export function readNumber(text: string): Result<TypedNumber, NumberProblem> {
  const typed = plainCharacters(text)
  const [, sign, amount = '', suffix = ''] = shape.exec(typed) ?? []
  if (amount === '') return refuse('no_number')
  const zeros = suffixes.get(suffix.toLowerCase())
  if (zeros === undefined) return refuse('no_number')
  if (sign === '-' && /[1-9]/.test(amount)) return refuse('negative')
  const { whole, fraction = '' } = (plain.exec(amount) ?? grouped.exec(amount))?.groups ?? {}
  if (whole === undefined) return refuse('separators')
  return ok({ whole: whole.replace(/\D/g, ''), fraction, zeros })
}

/**
 * The number without its point, which moves `places` to the right: 1.5 and 2 give 150. Null if digits are left behind
 * the point, or if a double cannot count that far.
 */
export function shifted({ whole, fraction, zeros }: TypedNumber, places: number): number | null {
  const digits = fraction.replace(/0+$/, '')
  const moved = places + zeros
  if (digits.length > moved) return null
  const number = Number(whole + digits.padEnd(moved, '0'))
  return Number.isSafeInteger(number) ? number : null
}

/** The text with Latin digits, ASCII punctuation and single spaces, and without characters that nobody sees. */
export function plainCharacters(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Cc}]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/\p{Nd}/gu, digit)
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/٫/g, '.')
    .replace(/[٬،]/g, ',')
    .replace(/٪/g, '%')
    .replace(/[\u2212\u2010-\u2014]/g, '-')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether a word after a number multiplies it, like "k". */
export function isSuffix(word: string): boolean {
  return suffixes.has(word.toLowerCase())
}

const suffixes: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['k', 3],
  ['thousand', 3],
  ['m', 6],
  ['million', 6],
  ['b', 9],
  ['bn', 9],
  ['billion', 9],
])

const shape = /^([+-]?) ?(\d(?:[\d., ']*\d)?) ?([a-z]*)$/i
const plain = /^(?<whole>\d+)(?:\.(?<fraction>\d+))?$/
const grouped = /^(?<whole>\d{1,3}(?<separator>[, '])\d{3}(?:\k<separator>\d{3})*)(?:\.(?<fraction>\d+))?$/

// Digits come in tens, from the zero of their script.
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}
