/**
 * What the indexes hold besides words: a token for each thing that can be filtered by. The first character is of
 * the private use area, which nobody types; the letter after it says what the token is about. The views of
 * `migrations/0002_search.sql` make the same ones.
 */
export type Facet = keyof typeof letters

const letters = {
  availability: 'a',
  beginsIn: 'b',
  category: 'c',
  budget: 'd',
  engagement: 'e',
  followers: 'f',
  language: 'g',
  price: 'm',
  niche: 'n',
  country: 'o',
  platform: 'p',
  reach: 'r',
  rating: 's',
  endsIn: 'u',
} as const

/** What every token begins with; by itself it is none. */
export const MARK = '\u{e000}'

/** The token of one value. Signs like the underscore would part it in two. */
export function token(facet: Facet, value: string | number): string {
  return MARK + letters[facet] + String(value).replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/**
 * The tokens of the steps that numbers between `from` and `to` stand on, both of them included. Steps are those of
 * `stepOf`: on the first and the last there are others too, so that rows still have to be looked at.
 */
export function stepTokens(facet: Facet, from: number, to: number): string[] {
  const first = stepOf(from)
  return Array.from({ length: stepOf(to) - first + 1 }, (_, above) => token(facet, first + above))
}

/** 0 to 2 stand on step 2, 3 to 9 on 3, 10 to 29 on 4, 30 to 99 on 5, and so on, for whole numbers. */
export function stepOf(count: number): number {
  const digits = String(Math.max(0, Math.floor(count)))
  return 2 * digits.length + (digits >= '3' ? 1 : 0)
}
