import { MOST_LETTERS_OF_A_WORD, MOST_WORDS } from './limits.ts'
import { MARK, NAME_MARK } from './tokens.ts'

/** What the indexes are asked for, in the language of FTS5; null for everything. */
export interface Match extends Readonly<Record<Way, string | null>> {
  /** The same with the last word as it stands, and not as a beginning: null where that makes no difference. */
  readonly wholeNamed: string | null
  readonly wholeMentioned: string | null
  readonly wholeAll: string | null
}

/**
 * `named`: all of the words stand in names. `mentioned`: all of them stand somewhere, but not all in names. Both are
 * null without words. `all`: either.
 */
export type Way = 'named' | 'mentioned' | 'all'

/** What has all of the words, and of each facet one of its tokens, as `anyOf` writes them. */
export function toMatch(words: readonly string[], facets: readonly string[]): Match {
  const narrowed = facets.join(' AND ')
  if (words.length === 0) return { ...NO_WAYS, all: narrowed || null, ...NOT_WHOLE }

  const ways = waysOf(words, true, narrowed)
  if ([...(words.at(-1) ?? '')].length <= LONGEST_KNOWN_BEGINNING) return { ...ways, ...NOT_WHOLE }
  const { named, mentioned, all } = waysOf(words, false, narrowed)
  return { ...ways, wholeNamed: named, wholeMentioned: mentioned, wholeAll: all }
}

const NO_WAYS = { named: null, mentioned: null }
const NOT_WHOLE = { wholeNamed: null, wholeMentioned: null, wholeAll: null }

/** Beginnings of so many letters the indexes hold themselves (`prefix`); longer ones have to be put together. */
const LONGEST_KNOWN_BEGINNING = 3

function waysOf(words: readonly string[], asBeginning: boolean, narrowed: string): Record<Way, string> {
  const wanted = allOf(words, asBeginning)
  const inNames = allOf(
    words.map((word) => NAME_MARK + word),
    asBeginning,
  )
  const within = narrowed && ` AND ${narrowed}`
  return {
    named: `(${inNames})${within}`,
    mentioned: `((${wanted}) NOT (${inNames}))${within}`,
    all: `(${wanted})${within}`,
  }
}

/**
 * The words of a search as the indexes know them: runs of letters, marks and digits, begun by a letter or a digit.
 * Case and accents are left to the index, which folds them in what it holds and in what it is asked for alike. It
 * takes every letter that JavaScript knows for one, so that a word is always one token: the index of tokens without
 * places could not look for two that follow each other.
 */
export function wordsOf(text: string): string[] {
  const runs = text.replaceAll(/['’]s\b/gu, '').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  return runs.slice(0, MOST_WORDS).map((run) => [...run].slice(0, MOST_LETTERS_OF_A_WORD).join(''))
}

/** Any of the tokens; of none, nothing is found. */
export function anyOf(tokens: readonly string[]): string {
  if (tokens.length === 0) return quoted(MARK)
  return tokens.length === 1
    ? quoted(tokens[0] ?? '')
    : `(${tokens.map((token) => quoted(token)).join(' OR ')})`
}

// The last one perhaps as a beginning: it may not be typed to its end.
function allOf(words: readonly string[], asBeginning: boolean): string {
  return words.map((word, index) => quoted(word, asBeginning && index === words.length - 1)).join(' AND ')
}

// FTS5's own signs mean nothing inside quotes, and a word holds none. A single letter begins too much to be of use.
function quoted(word: string, asBeginning = false): string {
  return asBeginning && [...word.replace(NAME_MARK, '')].length > 1 ? `"${word}" *` : `"${word}"`
}
