import { sql } from 'drizzle-orm'
import type { RangeFilter, SearchIndex, Source } from './definition.ts'
import { textOf } from './sql-text.ts'

/**
 * Filters are words of a document too: `___country_SE`. Nobody can write one, since texts are indexed without
 * underscores. All begin alike, so that the index of prefixes has one entry for all terms of a document.
 *
 * A number or a day has a term for each of the prefixes of its digits, and a range is covered by few of them.
 * 125,000 followers are `06125`: six digits, the first three of them. So a range finds a few rows too many, whose
 * value is looked at. A day is all of its digits.
 */
const PREFIX = '___'
/** A word of a name is indexed once more with this mark. */
export const NAME_MARK = '_'

export function term(filter: string, value: string | number): string {
  return `${PREFIX}${filter}_${value}`
}

/** The SQL expression for all filter terms of a document, each followed by a space. */
export function termsSql({ filters, pairs }: SearchIndex): string {
  const single = Object.entries(filters).map(([name, filter]) =>
    filter.kind === 'value'
      ? forEach(filter, `'${term(name, '')}' || ${textOf(filter.value)}`)
      : rangeTerms(name, filter),
  )
  const combined = pairs.map(([one, other]) => {
    const [first, second] = [filters[one], filters[other]]
    if (first?.kind !== 'value' || second?.kind !== 'value') throw new Error(`${one}, ${other}: no values`)
    const value = `${textOf(first.value)} || '_${other}_' || ${textOf(second.value)}`
    return forEach(second, `'${term(one, '')}' || ${value}`)
  })
  return [...single, ...combined].join(' || ')
}

/** The term for two values at once, of a pair in the definition. */
export function pairTerm([one, other]: readonly [string, string], first: string, second: string): string {
  return term(one, `${first}_${other}_${second}`)
}

/** The terms that cover a range; a null bound is open. */
export function rangeTermsOf(
  name: string,
  { kind, scale = 1 }: Pick<RangeFilter, 'kind' | 'scale'>,
  from: string | number | null,
  to: string | number | null,
): string[] {
  const { first, least, greatest } = digitsOf[kind]
  const digits = (bound: string | number) =>
    kind === 'day' ? String(bound).replaceAll('-', '') : numberDigits(Number(bound) * scale)
  const bounds = { from: from === null ? least : digits(from), to: to === null ? greatest : digits(to) }
  return cover(bounds, kind, first).map((prefix) => term(name, prefix))
}

/** The length of the shortest prefix that is indexed, the bounds of everything, and the largest digit of each place. */
const digitsOf = {
  number: { first: 2, least: '01000', greatest: '16999', largest: '99999' },
  day: { first: 3, least: '20000000', greatest: '20999999', largest: '99991939' },
} as const

/** The shortest prefixes that together cover the digits from one to another. */
function cover(
  { from, to }: { from: string; to: string },
  kind: RangeFilter['kind'],
  length: number,
  start = '',
): string[] {
  const places = length - start.length
  const prefixes = Array.from(
    { length: 10 ** places },
    (_, digit) => start + String(digit).padStart(places, '0'),
  )
  return prefixes.flatMap((prefix) => {
    const [first, last] = [prefix.padEnd(from.length, '0'), prefix.padEnd(to.length, '9')]
    const isPossible = prefix.slice(-1) <= (digitsOf[kind].largest[length - 1] ?? '9')
    if (last < from || first > to || !isPossible) return []
    const isInside = (first >= from && last <= to) || length === from.length
    return isInside ? [prefix] : cover({ from, to }, kind, length + 1, prefix)
  })
}

// The small addition makes up for what multiplying by a scale loses; `rangeTerms` computes the same in SQL.
function numberDigits(value: number): string {
  const digits = String(Math.max(0, Math.floor(value + 0.000001)))
  return String(digits.length).padStart(2, '0') + digits.slice(0, 3).padEnd(3, '0')
}

function rangeTerms(name: string, { kind, value, scale = 1 }: RangeFilter): string {
  const column = textOf(value)
  const whole = scale === 1 ? column : `cast(${column} * ${scale} + 0.000001 as integer)`
  const digits =
    kind === 'day'
      ? `replace(${column}, '-', '')`
      : `substr('0' || length(${whole}), -2) || substr(${whole} || '00', 1, 3)`
  const { first, least } = digitsOf[kind]
  const lengths = Array.from({ length: least.length - first + 1 }, (_, more) => first + more)
  const each = sql.raw(`(select ${digits} as digits), json_each('[${lengths}]')`)
  return forEach({ value, each }, `'${term(name, '')}' || substr(digits, 1, value)`)
}

function forEach({ each }: Source, value: string): string {
  return each
    ? `coalesce((select group_concat(${value} || ' ', '') from ${textOf(each)}), '')`
    : `coalesce(${value} || ' ', '')`
}
