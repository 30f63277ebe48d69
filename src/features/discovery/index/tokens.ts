/**
 * What the indexes hold besides words: a token for each thing that can be filtered by. What is one of a list is a
 * single sign of the private planes, beyond those of `figure-tokens.ts`: an index of beginnings holds longer ones once
 * more, and the forms leave such signs out of what people write. Days and amounts are digits behind a mark, of which
 * the indexes free what people wrote. The views of `migrations/0003_search_in_order.sql` make the same ones.
 */
export type Facet = Listed | Coded | 'rating' | Spanned
export type Spanned = keyof typeof letters
type Listed = keyof typeof lists
type Coded = keyof typeof codes

/** The first sign of each list, and its keys: new ones come to the end, or they would all have other signs. */
const lists = {
  availability: { first: 0x105000, keys: ' open limited closed ' },
  platform: { first: 0x105040, keys: ' instagram youtube tiktok x twitch linkedin podcast blog ' },
  category: {
    first: 0x105120,
    keys: ' beauty fashion food fitness health travel outdoors technology gaming home family business ',
  },
  niche: {
    first: 0x105200,
    keys:
      ' skincare makeup hair fragrance nails streetwear sustainable_fashion luxury vintage shoes accessories' +
      ' recipes baking vegan restaurants coffee wine strength running yoga cycling team_sports trail_running' +
      ' nutrition mental_health sleep women_health slow_travel city_breaks budget_travel luxury_travel van_life' +
      ' hiking climbing camping fishing winter_sports gadgets software smart_home photography ai cars console pc' +
      ' mobile_games esports board_games interior diy gardening cleaning pets parenting babies toys education' +
      ' personal_finance investing careers small_business marketing ',
  },
} as const

/** The sign of "AA"; "AB" follows, and after 26 of them "BA". */
const codes = { country: 0x105700, language: 0x105a00 } as const

/** The sign of 0.0; tenths follow. */
const RATING = 0x1050d0

const letters = { beginsIn: 'b', budget: 'd', endsIn: 'u' } as const

/** What the token of a day or an amount begins with; by itself it is none. */
export const MARK = '\u{e000}'

/** What words of names begin with where they stand once more, to be told from words of texts. */
export const NAME_MARK = '\u{e001}'

/** The token of one value: a key, a code of two letters, a rating's tenths, or the digits of a span. */
export function token(facet: Facet, value: string | number): string {
  return isOf(letters, facet) ? `${MARK}${letters[facet]}${value}` : signOf(facet, value)
}

/** The token of a category together with a country or a platform. */
export function tokenOfBoth(category: string, facet: 'country' | 'platform', value: string): string {
  return signOf('category', category) + signOf(facet, value)
}

function signOf(facet: Exclude<Facet, Spanned>, value: string | number): string {
  if (facet === 'rating') return String.fromCodePoint(RATING + Number(value))
  if (isOf(codes, facet)) return String.fromCodePoint(codes[facet] + codeOf(String(value)))
  return String.fromCodePoint(lists[facet].first + placeOf(lists[facet].keys, value))
}

// As SQL's instr, which counts from 1 and gives 0 for what is not there.
function placeOf(keys: string, key: string | number): number {
  return keys.indexOf(` ${key} `) + 1
}

function codeOf(code: string): number {
  const [first = 0, second = 0] = [...code.toUpperCase()].map((letter) => letter.charCodeAt(0) - 65)
  return 26 * first + second
}

function isOf<Kind extends object>(kinds: Kind, facet: PropertyKey): facet is keyof Kind {
  return Object.hasOwn(kinds, facet)
}
