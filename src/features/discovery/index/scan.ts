import { type Column, type GetColumnData, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Slots } from '../../../platform/db/prepared.ts'
import { PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import { type After, afterText, type Place } from './cursor.ts'
import type { Match, Way } from './match.ts'

/** A way along the index of an order: through what matches, from behind a place. */
export interface Walk {
  readonly index: SQL
  /** Null for everything that is in the index. */
  readonly match: Placeholder | SQL | null
  readonly behind: Placeholder
  /** Which part of the whole order this is, as in `After`. */
  readonly part: number
}

/** What is read on the way. `where` looks at rows, for what the index knows only roughly. */
export interface Reading {
  readonly columns: SQL
  readonly joins: (index: SQL) => SQL
  readonly where: SQL
  readonly limit: Placeholder
}

/**
 * What an index is asked for one way. The last word of a search is a beginning; but when it is common as it stands
 * (`isWhole`: it could be), it is looked for as it stands: then rows come one after the other, while those of a
 * longer beginning are first put together, however many they are.
 */
export function matchOf(
  index: SQL,
  way: Way,
  { match, isWhole }: { readonly match: Slots<Match>; readonly isWhole: boolean },
): SQL | Placeholder {
  if (!isWhole) return match[way]
  return sql`iif(${isCommon(index, match.lastWord)}, ${match[wholes[way]]}, ${match[way]})`
}

/** Whether a word is common as it stands. */
export function isCommon(index: SQL, word: Placeholder | string): SQL {
  return sql`(select count(*) from (select 1 from ${index} where ${index} match ${word} limit ${COMMON})) = ${COMMON}`
}

/** A word is common that stands in so many documents. */
export const COMMON_FROM = 1_000
const COMMON = sql.raw(String(COMMON_FROM))

const wholes = { named: 'wholeNamed', mentioned: 'wholeMentioned', all: 'wholeAll' } as const

/** One walk as a subquery, with the `part` and `place` of each row. */
export function walk({ index, match, behind, part }: Walk, { columns, joins, where, limit }: Reading): SQL {
  const narrowed = match ? sql`${index} match ${match} and` : sql``
  return sql`(select ${columns}, ${sql.raw(String(part))} as part, cast(${index}.rowid as text) as place
    from ${index} ${joins(index)}
    where ${narrowed} ${index}.rowid > cast(${behind} as integer) and ${where}
    order by ${index}.rowid limit ${limit})`
}

/** Two walks, one after the other. SQLite does not begin the second unless the first is too short. */
export function walks(first: Walk, second: Walk, reading: Reading): SQL {
  return sql`(select * from ${walk(first, reading)} union all select * from ${walk(second, reading)})`
}

/** A column of a walk, by its name alone. */
export function read<Of extends Column>(column: Of): SQL<GetColumnData<Of>> {
  return sql<GetColumnData<Of>>`${sql.identifier(column.name)}`.mapWith(column) as SQL<GetColumnData<Of>>
}

/** What stands beside the columns of a thing found. */
export const standing = { part: sql<number>`part`, place: sql<Place>`place` }

/** A page of what was found, from rows of which one more than a page was asked for. */
export function pageOf<Row extends After>(rows: readonly Row[]): Page<Omit<Row, keyof After>> {
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ part: _, place: __, ...found }) => found),
    next: last && rows.length > PAGE_SIZE ? afterText(last) : null,
  }
}
