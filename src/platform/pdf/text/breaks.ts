import { lazy } from '../../../shared/lazy.ts'

const words = lazy(() => new Intl.Segmenter('en', { granularity: 'word' }))

const opening = /^[\p{Ps}\p{Pi}\p{Sc}#@]+$/u
const space = /^[^\S\u00a0\u202f]+$/u
const glue = /^[\u00a0\u202f\u2060]+$/u

/**
 * Where a line of text may break, as indexes of UTF-16 units: between words, which Thai, Chinese and Japanese write
 * without spaces. Punctuation stays with the word before it, an opening bracket or a currency with the one after it.
 */
export function breaksOf(line: string): ReadonlySet<number> {
  const breaks = new Set<number>()
  let before: Kind = 'open'
  for (const { segment, index, isWordLike } of words().segment(line)) {
    const kind = kindOf(segment, isWordLike === true, before)
    if (mayBreak(before, kind)) breaks.add(index)
    before = kind
  }
  return breaks
}

/** `open` holds on to the next word, `close` to the one before it, `glue` to both. */
type Kind = 'word' | 'space' | 'open' | 'close' | 'glue'

function kindOf(segment: string, isWordLike: boolean, before: Kind): Kind {
  if (space.test(segment)) return 'space'
  if (glue.test(segment)) return 'glue'
  if (isWordLike) return 'word'
  // Also emoji, which are words by themselves.
  if (/\p{Extended_Pictographic}/u.test(segment)) return 'word'
  return opening.test(segment) || before === 'space' || before === 'open' ? 'open' : 'close'
}

function mayBreak(before: Kind, kind: Kind): boolean {
  return (kind === 'word' || kind === 'open') && before !== 'open' && before !== 'glue'
}
