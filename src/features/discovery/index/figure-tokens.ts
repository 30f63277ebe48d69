import { type Cut, cover } from './spans.ts'

/**
 * Numbers that can be searched for from and up to. Where their tokens begin, about 20,000 signs apart, and none beyond
 * the end of a plane: the last two signs of each are no signs, and no index takes them.
 */
const beginnings = { followers: 0xf0000, reach: 0xf4e20, engagement: 0xf9c40, price: 0x100000 } as const

export type Figure = keyof typeof beginnings

/**
 * The tokens of whole numbers from one to another, both included; null leaves the end open. The index holds four for
 * each number: how many digits it has, and its first, first two and first three digits. So few are needed for many
 * numbers, and on the first and the last token there are hardly any others: those rows still have to be looked at.
 * A token is a single sign of the private planes, since an index of beginnings holds longer ones once more.
 */
export function figureTokens(figure: Figure, from: number, to: number | null): string[] {
  const spans = cover(CUTS, digitsOf(from), to === null ? '99999' : digitsOf(to))
  return spans.map((span) => String.fromCodePoint(beginnings[figure] + signOf(span)))
}

/** All four tokens of one number, as the view in `migrations/0003_search_in_order.sql` makes them. */
export function tokensOfFigure(figure: Figure, count: number): string[] {
  const digits = digitsOf(count)
  return CUTS.map(({ length }) => String.fromCodePoint(beginnings[figure] + signOf(digits.slice(0, length))))
}

const CUTS: readonly Cut[] = [
  { length: 2, least: 1, most: 16 },
  { length: 3, least: 0, most: 9 },
  { length: 4, least: 0, most: 9 },
  { length: 5, least: 0, most: 9 },
]

// 125000 is 06125: six digits, and the first three of them.
function digitsOf(count: number): string {
  const digits = String(Math.max(0, Math.floor(count)))
  return String(digits.length).padStart(2, '0') + digits.slice(0, 3).padEnd(3, '0')
}

// 1,111 for each number of digits: one for itself, ten, a hundred and a thousand for what comes after it.
function signOf(span: string): number {
  const [length, digits] = [Number(span.slice(0, 2)), span.slice(2)]
  const before = [0, 1, 11, 111][digits.length] ?? 0
  return 1111 * length + before + Number(digits)
}
