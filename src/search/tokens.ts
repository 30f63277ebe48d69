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
  language: 'g',
  niche: 'n',
  country: 'o',
  platform: 'p',
  rating: 's',
  endsIn: 'u',
} as const

/** What every token begins with; by itself it is none. */
export const MARK = '\u{e000}'

/** The token of one value. Signs like the underscore would part it in two. */
export function token(facet: Facet, value: string | number): string {
  return MARK + letters[facet] + String(value).replaceAll(/[^\p{L}\p{N}]/gu, '')
}
