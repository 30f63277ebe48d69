import { textOf } from '../db/sql-text.ts'
import type { RangeFilter, SearchIndex, Source } from './search-index.ts'

/**
 * The index stores the values to filter by as words of the document, like `___country_SE`. No text can contain such a
 * term, because texts are indexed without underscores. All terms begin with the same three characters, so the prefix
 * index has one entry for all terms of a document.
 *
 * A number or a day has one term for each prefix of its digits, and a few terms cover a range. 125,000 followers are
 * `06125`: the number of digits and the first three digits. A range may therefore find a few rows too many, so the value
 * of each row is checked too (`withinBounds`). A day has all of its digits.
 */
const PREFIX = '___'

/** Matches every document, because each has a filter term. */
export const EVERYTHING = `"${PREFIX}" *`

/** Matches no document. */
export const NOTHING = `"${term('nothing', '')}"`

/** Each word of a name is also indexed with this mark in front. */
export const NAME_MARK = '_'

/** The longest prefix of a word that is indexed. For a longer one, FTS5 merges the rows of all its words. */
export const MAX_INDEXED_PREFIX = 3

export function term(filter: string, value: string | number): string {
  return `${PREFIX}${filter}_${value}`
}

/** The SQL expression for all filter terms of a document, each followed by a space. */
export function termsSql({ filters }: SearchIndex): string {
  const terms = Object.entries(filters).map(([name, filter]) =>
    filter.kind === 'value'
      ? forEach(filter, `'${term(name, '')}' || ${textOf(filter.value)}`)
      : rangeTermsSql(name, filter),
  )
  return terms.join(' || ')
}

/** The terms that cover a range. Null means no bound. A range that ends before it begins has no terms. */
export function rangeTermsOf(
  name: string,
  { kind, scale = 1 }: Pick<RangeFilter, 'kind' | 'scale'>,
  from: string | number | null,
  to: string | number | null,
): string[] {
  const { min, max } = digitsOf[kind]
  const digits = (bound: string | number) =>
    kind === 'day' ? String(bound).replaceAll('-', '') : numberDigits(Number(bound) * scale)
  const prefixes = cover(from === null ? min : digits(from), to === null ? max : digits(to), kind)
  return prefixes.map((prefix) => term(name, prefix))
}

/** The length of the shortest indexed prefix, the smallest and largest value, and the largest digit per position. */
const digitsOf = {
  number: { shortest: 2, min: '01000', max: '16999', largest: '99999' },
  day: { shortest: 3, min: '20000000', max: '20999999', largest: '99991939' },
} as const

/** The shortest prefixes that together cover all values between two bounds. */
function cover(from: string, to: string, kind: RangeFilter['kind'], prefix = ''): string[] {
  const { shortest, largest } = digitsOf[kind]
  const first = prefix.padEnd(from.length, '0')
  const last = prefix.padEnd(to.length, '9')
  if (last < from || first > to) return []
  const isInside = first >= from && last <= to
  if (isInside && prefix.length >= shortest) return [prefix]
  const digits = [...'0123456789'].filter((digit) => digit <= largest.charAt(prefix.length))
  return digits.flatMap((digit) => cover(from, to, kind, prefix + digit))
}

// Adds a little, because multiplying by a scale may round down. `rangeTermsSql` computes the same in SQL.
function numberDigits(value: number): string {
  const digits = String(Math.max(0, Math.floor(value + 0.000001)))
  return String(digits.length).padStart(2, '0') + digits.slice(0, 3).padEnd(3, '0')
}

function rangeTermsSql(name: string, { kind, value, scale = 1 }: RangeFilter): string {
  const column = textOf(value)
  const whole = scale === 1 ? column : `cast(${column} * ${scale} + 0.000001 as integer)`
  const digits =
    kind === 'day'
      ? `replace(${column}, '-', '')`
      : `substr('0' || length(${whole}), -2) || substr(${whole} || '00', 1, 3)`
  const { shortest, min } = digitsOf[kind]
  const terms = Array.from(
    { length: min.length - shortest + 1 },
    (_, more) => `'${term(name, '')}' || substr(digits, 1, ${shortest + more})`,
  )
  return forEach({ value }, `(select ${terms.join(" || ' ' || ")} from (select ${digits} as digits))`)
}

/** The SQL expression for a text of a document, or for one in each row of the source. Each is followed by a space. */
export function forEach({ each }: Source, value: string): string {
  return each
    ? `coalesce((select group_concat(${value} || ' ', '') from ${textOf(each)}), '')`
    : `coalesce(${value} || ' ', '')`
}
