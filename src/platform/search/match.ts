import { wordsOf } from './query-words.ts'
import type { SearchIndex } from './search-index.ts'
import { EVERYTHING, MAX_INDEXED_PREFIX, NAME_MARK, NOTHING, rangeTermsOf, term } from './terms.ts'

/** FTS5 queries for a search. They may contain `OPEN_END`: see `resolvePrefix` in `scan.ts`. */
export interface Match {
  /** Finds documents with all words in names. Null without words. */
  readonly named: string | null
  /** Finds documents with all words, but not all in names. Null without words. */
  readonly mentioned: string | null
  /** Finds both, or without words all documents that match the filters. */
  readonly all: string
  /** The word that `OPEN_END` follows, or `NOTHING`. */
  readonly lastWord: string
}

/** Follows a last word that is a prefix unless it is common as a whole word. No word or term contains it. */
export const OPEN_END = '~'

type Values = Readonly<Record<string, unknown>>

/** The FTS5 queries for a search. Null if nothing can match. */
export function matchFor(index: SearchIndex, search: object): Match | null {
  const values: Values = { ...search }
  const query = String(values.query ?? '')
  const words = wordsOf(query)
  const isOnlyPunctuation = words.length === 0 && query.trim() !== ''
  const filters = termGroups(index, values)
  if (isOnlyPunctuation || filters.some((terms) => terms.length === 0)) return null

  const withFilters = (...parts: string[]) => [...parts, ...filters.map(anyOf)].join(' AND ')
  const [last] = words.slice(-1)
  if (last === undefined) {
    const all = filters.length > 0 ? withFilters() : EVERYTHING
    return { named: null, mentioned: null, all, lastWord: NOTHING }
  }
  const end = endOf(last, index.minPrefix)
  const anywhere = allOf(words, end)
  const inNames = allOf(
    words.map((word) => NAME_MARK + word),
    end,
  )
  return {
    named: withFilters(inNames),
    mentioned: withFilters(`((${anywhere}) NOT (${inNames}))`),
    all: withFilters(anywhere),
    lastWord: end === OPEN_END ? `"${last}"` : NOTHING,
  }
}

/** The terms of each filter that is set. A document must have one term of each group. */
function termGroups({ filters }: SearchIndex, values: Values): string[][] {
  return Object.entries(filters).flatMap(([name, filter]) => {
    if (filter.kind === 'value') {
      const value = fieldValue(values, name)
      return value === null ? [] : [[term(name, value)]]
    }
    const [from, to] = [fieldValue(values, filter.from), fieldValue(values, filter.to)]
    return from === null && to === null ? [] : [rangeTermsOf(name, filter, from, to)]
  })
}

/** The value of a search field. Null if it is not set. */
export function fieldValue(values: Values, field: string | undefined): string | number | null {
  const value = field === undefined ? null : values[field]
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

function anyOf(terms: readonly string[]): string {
  const quoted = terms.map((one) => `"${one}"`).join(' OR ')
  return terms.length === 1 ? quoted : `(${quoted})`
}

// Words are quoted, because FTS5 gives nothing in quotes a special meaning. No word contains a quote.
function allOf(words: readonly string[], end: string): string {
  return words.map((word) => `"${word}"`).join(' AND ') + end
}

// The last word may still be incomplete, so it is a prefix.
function endOf(word: string, minPrefix: number): string {
  const { length } = [...word]
  if (length < minPrefix) return ''
  return length <= MAX_INDEXED_PREFIX ? ' *' : OPEN_END
}
