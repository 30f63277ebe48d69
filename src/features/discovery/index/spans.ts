import { type Spanned, token } from './tokens.ts'

/** One more cut of a text of digits: how long it is up to there, and which numbers can stand in the new part. */
export interface Cut {
  readonly length: number
  readonly least: number
  readonly most: number
}

/** Days, as `20261130`: by decade, year, month, ten days and day. */
const DAY_CUTS: readonly Cut[] = [
  { length: 3, least: 200, most: 209 },
  { length: 4, least: 0, most: 9 },
  { length: 6, least: 1, most: 12 },
  { length: 7, least: 0, most: 3 },
  { length: 8, least: 0, most: 9 },
]

/** Amounts in cents, as their number of digits and the first two of them: 125000 is `0612`. */
const AMOUNT_CUTS: readonly Cut[] = [
  { length: 2, least: 1, most: 12 },
  { length: 3, least: 0, most: 9 },
  { length: 4, least: 0, most: 9 },
]

/**
 * The tokens of the days from one to another, both included, of this century. An index holds five tokens for each
 * day, the beginnings of its digits, so that few are needed for many days. Null leaves a side open.
 */
export function dayTokens(facet: Spanned, from: string | null, to: string | null): string[] {
  const first = from?.replaceAll('-', '') ?? '00000000'
  const last = to?.replaceAll('-', '') ?? '99999999'
  return cover(DAY_CUTS, first, last).map((text) => token(facet, text))
}

/** The tokens of amounts, likewise; on the first and the last there are others too. */
export function amountTokens(facet: Spanned, from: number, to: number): string[] {
  return cover(AMOUNT_CUTS, amountDigits(from), amountDigits(to)).map((text) => token(facet, text))
}

function amountDigits(amount: number): string {
  const digits = String(amount)
  return String(digits.length).padStart(2, '0') + digits.slice(0, 2).padEnd(2, '0')
}

/** The shortest beginnings that all lie between, and at the ends the longer ones below them. */
export function cover([cut, ...finer]: readonly Cut[], from: string, to: string, beginning = ''): string[] {
  if (!cut) return [beginning]
  const { length, least, most } = cut
  return Array.from({ length: most - least + 1 }, (_, above) => least + above).flatMap((part) => {
    const text = beginning + String(part).padStart(length - beginning.length, '0')
    const [first, last] = [text.padEnd(from.length, '0'), text.padEnd(to.length, '9')]
    if (last < from || first > to) return []
    return first >= from && last <= to ? [text] : cover(finer, from, to, text)
  })
}
