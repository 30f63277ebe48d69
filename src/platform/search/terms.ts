import { sql } from 'drizzle-orm'
import { textOf } from '../db/sql-text.ts'
import type { RangeFilter, SearchIndex, Source } from './search-index.ts'

/**
 * Filters are words of a document too: `___country_SE`. Nobody can write one, since texts are indexed without
 * underscores. All begin alike, so the index of prefixes has one entry for all terms of a document.
 *
 * A number or a day has one term for each prefix of its digits, and a range is covered by a few of them. 125,000
 * followers are `06125`: six digits, the first three of them. A range therefore finds a few rows too many, and each
 * row's own value is checked as well (`withinBounds`). A day is all of its digits.
 */
const PREFIX = '___'

/** Matches every document, since each has a filter term. */
export const EVERYTHING = `"${PREFIX}" *`

/** Matches no document. */
export const NOTHING = `"${term('nothing', '')}"`

/** A word of a name is indexed once more with this mark. */
export const NAME_MARK = '_'

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

/** The terms that cover a range; a null bound is open. None if it ends before it begins. */
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

/** The length of the shortest indexed prefix, the smallest and largest value, and the largest digit of each place. */
const digitsOf = {
  number: { shortest: 2, min: '01000', max: '16999', largest: '99999' },
  day: { shortest: 3, min: '20000000', max: '20999999', largest: '99991939' },
} as const

/** The shortest prefixes that together cover all digits from one to another. */
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

// The small addition makes up for what multiplying by a scale loses; `rangeTermsSql` computes the same in SQL.
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
  const lengths = Array.from({ length: min.length - shortest + 1 }, (_, more) => shortest + more)
  const each = sql.raw(`(select ${digits} as digits), json_each('[${lengths}]')`)
  return forEach({ value, each }, `'${term(name, '')}' || substr(digits, 1, value)`)
}

function forEach({ each }: Source, value: string): string {
  return each
    ? `coalesce((select group_concat(${value} || ' ', '') from ${textOf(each)}), '')`
    : `coalesce(${value} || ' ', '')`
}
