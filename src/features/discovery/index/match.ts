import type { SearchIndex } from './definition.ts'
import { isFutile, wordsOf } from './query-words.ts'
import { NAME_MARK, pairTerm, rangeTermsOf, term } from './terms.ts'

/**
 * What to ask the full-text tables for, in the language of FTS5; null for everything.
 * `named`: all of the words are in names. `mentioned`: all of them are there, but not all in names. Both are null
 * without words. `all`: either.
 */
export interface Match extends Readonly<Record<Part, string | null>> {
  /** The last word, and the same three with it as a whole word instead of a prefix. Null where nothing differs. */
  readonly lastWord: string | null
  readonly wholeNamed: string | null
  readonly wholeMentioned: string | null
  readonly wholeAll: string | null
}

export type Part = 'named' | 'mentioned' | 'all'

type Values = Readonly<Record<string, unknown>>

/** The match of a search; null where nothing can be found. */
export function matchFor(index: SearchIndex, search: object): Match | null {
  const values: Values = { ...search }
  const query = String(values.query ?? '')
  const groups = termGroups(index, values)
  if (isFutile(query) || groups.some(({ length }) => length === 0)) return null
  return toMatch(wordsOf(query), groups, index.shortestPrefix)
}

/** What every document has, since FTS5 cannot be asked for everything: the terms of an unlimited range. */
export function everything(index: SearchIndex): string {
  const [range] = Object.entries(index.filters).flatMap(([name, filter]) =>
    filter.kind === 'number' ? [rangeTermsOf(name, filter, null, null)] : [],
  )
  return range ? anyOf(range) : NOTHING
}

/** No document has it. */
export const NOTHING = `"${term('nothing', '')}"`

/** For each filter that is set, the terms of which a document needs one. */
function termGroups({ filters, pairs }: SearchIndex, values: Values): string[][] {
  const isSet = (field: string | undefined) =>
    field !== undefined && values[field] !== null && values[field] !== undefined
  const paired = pairs.filter((pair) => pair.every(isSet))
  const singles = Object.entries(filters).flatMap(([name, filter]) => {
    if (filter.kind === 'value') {
      return isSet(name) && !paired.flat().includes(name) ? [[term(name, String(values[name]))]] : []
    }
    const { from, to } = filter
    if (!isSet(from) && !isSet(to)) return []
    const bound = (field: string | undefined) =>
      isSet(field) ? (values[field ?? ''] as string | number) : null
    return [rangeTermsOf(name, filter, bound(from), bound(to))]
  })
  return [
    ...paired.map((pair) => [pairTerm(pair, String(values[pair[0]]), String(values[pair[1]]))]),
    ...singles,
  ]
}

function toMatch(
  words: readonly string[],
  groups: readonly (readonly string[])[],
  shortestPrefix: number,
): Match {
  const last = words.at(-1)
  if (last === undefined) return { ...NO_WORDS, all: narrowed([], groups) }

  const length = [...last].length
  const parts = partsOf(words, length >= shortestPrefix, groups)
  if (length <= LONGEST_INDEXED_PREFIX) return { ...NO_WORDS, ...parts }
  const { named, mentioned, all } = partsOf(words, false, groups)
  return { ...parts, lastWord: quoted(last), wholeNamed: named, wholeMentioned: mentioned, wholeAll: all }
}

const NO_WORDS = {
  ...{ named: null, mentioned: null, all: null },
  ...{ lastWord: null, wholeNamed: null, wholeMentioned: null, wholeAll: null },
}

/** As in the definition of the full-text tables (`prefix`). FTS5 puts longer prefixes together from all words. */
const LONGEST_INDEXED_PREFIX = 3

function partsOf(words: readonly string[], lastIsPrefix: boolean, groups: readonly (readonly string[])[]) {
  const anywhere = allOf(words, lastIsPrefix)
  const inNames = allOf(
    words.map((word) => NAME_MARK + word),
    lastIsPrefix,
  )
  return {
    named: narrowed([`(${inNames})`], groups),
    mentioned: narrowed([`((${anywhere}) NOT (${inNames}))`], groups),
    all: narrowed([`(${anywhere})`], groups),
  } satisfies Record<Part, string | null>
}

/**
 * FTS5 advances all parts of an AND together, and all terms of an OR with them. So the many terms of a range are
 * only checked for documents that have the rest: NOT, here of nothing, keeps FTS5 from making one AND of both.
 */
function narrowed(parts: readonly string[], groups: readonly (readonly string[])[]): string | null {
  const single = groups.filter(({ length }) => length === 1).map(anyOf)
  const ranges = groups.filter(({ length }) => length !== 1).map(anyOf)
  const first = [...parts, ...single]
  const kept = first.length > 1 && ranges.length > 0 ? [`((${first.join(' AND ')}) NOT ${NOTHING})`] : first
  return [...kept, ...ranges].join(' AND ') || null
}

function anyOf(terms: readonly string[]): string {
  const all = terms.map((one) => quoted(one)).join(' OR ')
  return terms.length === 1 ? all : `(${all})`
}

// The last word may not be typed to its end.
function allOf(words: readonly string[], lastIsPrefix: boolean): string {
  return words.map((word, place) => quoted(word, lastIsPrefix && place === words.length - 1)).join(' AND ')
}

// In quotes nothing has a meaning for FTS5, and no word has a quote in it.
function quoted(word: string, isPrefix = false): string {
  return isPrefix ? `"${word}" *` : `"${word}"`
}
