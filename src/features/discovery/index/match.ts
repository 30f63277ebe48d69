import { MAX_LETTERS_OF_A_WORD, MAX_WORDS } from './limits.ts'
import { MARK, NAME_MARK } from './tokens.ts'

/** What the indexes are asked for, in the language of FTS5; null for everything. */
export interface Match extends Readonly<Record<Way, string | null>> {
  /** The last word as it stands, and with it so and not as a beginning the same ways: null where nothing differs. */
  readonly lastWord: string | null
  readonly wholeNamed: string | null
  readonly wholeMentioned: string | null
  readonly wholeAll: string | null
}

/**
 * `named`: all of the words stand in names. `mentioned`: all of them stand somewhere, but not all in names. Both are
 * null without words. `all`: either.
 */
export type Way = 'named' | 'mentioned' | 'all'

/** What has all of the words, and of each group one of its tokens. */
export function toMatch(words: readonly string[], groups: readonly (readonly string[])[]): Match {
  const last = words.at(-1)
  if (last === undefined) return { ...NO_WORDS, all: narrowed([], groups) }

  const ways = waysOf(words, true, groups)
  if ([...last].length <= LONGEST_KNOWN_BEGINNING) return { ...NO_WORDS, ...ways }
  const { named, mentioned, all } = waysOf(words, false, groups)
  return { ...ways, lastWord: quoted(last), wholeNamed: named, wholeMentioned: mentioned, wholeAll: all }
}

const NO_WORDS = {
  ...{ named: null, mentioned: null, all: null },
  ...{ lastWord: null, wholeNamed: null, wholeMentioned: null, wholeAll: null },
}

/** Beginnings of so many letters the indexes hold themselves (`prefix`); longer ones have to be put together. */
const LONGEST_KNOWN_BEGINNING = 3

function waysOf(words: readonly string[], asBeginning: boolean, groups: readonly (readonly string[])[]) {
  const marked = words.map((word) => NAME_MARK + word)
  const wanted = allOf(words, asBeginning)
  const inNames = allOf(marked, asBeginning)
  return {
    named: narrowed([`(${inNames})`], groups),
    mentioned: narrowed([`((${wanted}) NOT (${inNames}))`], groups),
    all: narrowed([`(${wanted})`], groups),
  } satisfies Record<Way, string | null>
}

/**
 * FTS5 takes every part of an AND along at each step, and of an OR every token. So the many tokens of a range are
 * asked only about what has all the rest: NOT, here of nothing, is what keeps FTS5 from making one AND of both.
 */
function narrowed(parts: readonly string[], groups: readonly (readonly string[])[]): string | null {
  const single = groups.filter(({ length }) => length === 1).map(anyOf)
  const ranges = groups.filter(({ length }) => length !== 1).map(anyOf)
  const first = [...parts, ...single]
  const kept = first.length > 1 && ranges.length > 0 ? [`((${first.join(' AND ')}) NOT ${NOTHING})`] : first
  return [...kept, ...ranges].join(' AND ') || null
}

/**
 * The words of a search as the indexes know them: runs of letters, marks and digits, begun by a letter or a digit.
 * Case and accents are left to the index, which folds them in what it holds and in what it is asked for alike. It
 * takes every letter that JavaScript knows for one, so that a word is always one token: the index of tokens without
 * places could not look for two that follow each other.
 */
export function wordsOf(text: string): string[] {
  const runs = text.replaceAll(/['’]s\b/gu, '').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  return runs.slice(0, MAX_WORDS).map((run) => [...run].slice(0, MAX_LETTERS_OF_A_WORD).join(''))
}

// No index holds it by itself.
const NOTHING = `"${MARK}"`

/** Any of the tokens; of none, nothing is found. */
export function anyOf(tokens: readonly string[]): string {
  if (tokens.length === 0) return NOTHING
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
