import coverage from '../../../../static/build/fonts/coverage.json' with { type: 'json' }
import { lazy } from '../../../shared/lazy.ts'
import type { Weight } from '../theme.ts'

/** A font that is loaded whole. */
export interface WholeFamily {
  readonly name: string
  readonly weights: readonly Weight[]
  has(codePoint: number): boolean
}

/** The languages that share Chinese characters and draw them differently. */
export type HanStyle = 'chinese' | 'japanese' | 'korean'

const weights: readonly Weight[] = ['regular', 'bold']

/** In the order in which they are tried: the first one also has digits, spaces and punctuation. */
export const wholeFamilies = lazy((): readonly WholeFamily[] => [
  family('noto-sans', weights),
  family('noto-sans-arabic', weights),
  family('noto-sans-hebrew', weights),
  family('noto-sans-devanagari', weights),
  family('noto-sans-thai', weights),
  family('noto-emoji', ['regular']),
])

/** Families in slices, in the order in which they are tried. Only together do they have all the characters. */
export const slicedFamilies: Readonly<Record<HanStyle, readonly string[]>> = {
  chinese: ['noto-sans-sc', 'noto-sans-jp', 'noto-sans-kr'],
  japanese: ['noto-sans-jp', 'noto-sans-sc', 'noto-sans-kr'],
  korean: ['noto-sans-kr', 'noto-sans-jp', 'noto-sans-sc'],
}

/** Whose Chinese characters a text has, by the letters around them. */
export function hanStyleOf(text: string): HanStyle {
  if (/\p{Script=Hangul}/u.test(text)) return 'korean'
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'japanese' : 'chinese'
}

function family(name: keyof typeof coverage, itsWeights: readonly Weight[]): WholeFamily {
  const ranges = coverage[name].split(',').map((range) => {
    const [first = '', last = ''] = range.split('-')
    return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) }
  })
  return {
    name,
    weights: itsWeights,
    has: (codePoint) => ranges.some(({ first, last }) => first <= codePoint && codePoint <= last),
  }
}
