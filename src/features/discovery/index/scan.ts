import { type Column, type GetColumnData, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import type { Slots } from '../../../platform/db/prepared.ts'
import { PAGE_SIZE, type Page } from '../../../platform/http/paging.ts'
import { type Cursor, cursorText, type SortKey, START } from './cursor.ts'
import type { RangeFilter, SearchIndex } from './definition.ts'
import { type Match, matchFor, type Part } from './match.ts'

/** What a search binds: its match, where each part starts, and the bounds of ranges under their field's name. */
export interface ScanValues extends Match {
  after: SortKey
  afterMentioned: SortKey
  limit: number
}

/** Which of the few statements a search needs. */
export interface Shape {
  readonly sort: string
  readonly byRelevance: boolean
  readonly part: number
  readonly isNarrowed: boolean
  /** Whether the last word may also be taken as a whole word. */
  readonly hasWhole: boolean
}

/** What is read of each row: columns, and the joins that give them by the full-text table's row id. */
export interface Projection {
  readonly columns: SQL
  readonly joins: (table: SQL) => SQL
  readonly where?: SQL
}

/** What to scan for a search; null where nothing can be found. */
export function planSearch(
  index: SearchIndex,
  search: { readonly sort: string },
  cursor: Cursor | null,
): { values: ScanValues & Record<string, string | number | null>; shape: Shape } | null {
  const match = matchFor(index, search)
  if (match === null) return null

  const { part, sortKey } = cursor ?? START
  const after =
    part === 0
      ? { after: sortKey, afterMentioned: START.sortKey }
      : { after: START.sortKey, afterMentioned: sortKey }
  const isRelevance = search.sort === 'relevance'
  return {
    values: { ...match, ...after, ...boundsOf(index, search), limit: PAGE_SIZE + 1 },
    shape: {
      sort: isRelevance ? String(index.relevance) : search.sort,
      byRelevance: isRelevance && match.named !== null,
      part,
      isNarrowed: match.all !== null,
      hasWhole: match.lastWord !== null,
    },
  }
}

/** Keyset scan: matching rows after a cursor, in the order of the index, as a subquery with `part` and `sortKey`. */
export function scan(
  index: SearchIndex,
  shape: Shape,
  values: Slots<ScanValues>,
  projection: Projection,
): SQL {
  const table = tableOf(index, shape.sort)
  const rows = (part: number, match: SQL | Placeholder | null, after: Placeholder) =>
    sql`(select ${projection.columns}, ${sql.raw(String(part))} as part, cast(${table}.rowid as text) as sort_key
      from ${table} ${projection.joins(table)}
      where ${match ? sql`${table} match ${match} and` : sql``} ${table}.rowid > cast(${after} as integer)
        and ${withinBounds(index, (field) => sql.placeholder(field))} and ${projection.where ?? sql`true`}
      order by ${table}.rowid limit ${values.limit})`
  const match = (part: Part) => matchOf(table, part, values, shape)
  if (!shape.byRelevance) return rows(0, shape.isNarrowed ? match('all') : null, values.after)

  const mentioned = rows(1, match('mentioned'), values.afterMentioned)
  if (shape.part === 1) return mentioned
  // SQLite does not start on the second part unless the first is too short.
  return sql`(select * from ${rows(0, match('named'), values.after)} union all select * from ${mentioned})`
}

// A last word that is common is only taken as a whole word: its rows come one by one, while FTS5 first puts together
// all rows of a prefix.
function matchOf(table: SQL, part: Part, values: Slots<ScanValues>, { hasWhole }: Shape): SQL | Placeholder {
  if (!hasWhole) return values[part]
  const whole = { named: values.wholeNamed, mentioned: values.wholeMentioned, all: values.wholeAll }[part]
  return sql`iif(${isCommon(table, values.lastWord)}, ${whole}, ${values[part]})`
}

/** Whether at least `COMMON_FROM` documents have a word. */
export function isCommon(table: SQL, word: Placeholder | string): SQL {
  return sql`(select count(*) from (select 1 from ${table} where ${table} match ${word} limit ${COMMON})) = ${COMMON}`
}

export const COMMON_FROM = 1_000
const COMMON = sql.raw(String(COMMON_FROM))

/** The full-text table of a sort order. */
export function tableOf({ name }: Pick<SearchIndex, 'name'>, sort: string): SQL {
  return sql.raw(`${name}s_by_${sort}`)
}

/** A table with the id of everything that is in the index. */
export function sortKeysOf({ name }: Pick<SearchIndex, 'name'>) {
  return sqliteTable(`${name}_sort_keys`, { id: integer().primaryKey() })
}

/** The condition that the rows found are within the bounds, which terms say only roughly; `bound` has a field's value. */
export function withinBounds(index: SearchIndex, bound: (field: string) => SQL | Placeholder): SQL {
  const compare = (value: Column, sign: string, field: string | undefined) =>
    field === undefined ? [] : [sql`(${bound(field)} is null or ${value} ${sql.raw(sign)} ${bound(field)})`]
  const conditions = rangesOf(index).flatMap(({ value, from, to }) => [
    ...compare(value, '>=', from),
    ...compare(value, '<=', to),
  ])
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`
}

/** The bounds of a search, by their fields' names. */
export function boundsOf(index: SearchIndex, search: object): Record<string, string | number | null> {
  const fields = rangesOf(index)
    .flatMap(({ from, to }) => [from, to])
    .filter((field) => field !== undefined)
  return Object.fromEntries(
    fields.map((field) => [field, Object.entries(search).find(([name]) => name === field)?.[1] ?? null]),
  )
}

function rangesOf({ filters }: SearchIndex): RangeFilter[] {
  return Object.values(filters).filter((filter) => filter.kind !== 'value')
}

/** A column of a scan, by its name alone. */
export function column<Of extends Column>(column: Of): SQL<GetColumnData<Of>> {
  return sql<GetColumnData<Of>>`${sql.identifier(column.name)}`.mapWith(column) as SQL<GetColumnData<Of>>
}

/** The cursor's columns of a scan. */
export const cursorColumns = { part: sql<number>`part`, sortKey: sql<SortKey>`sort_key` }

/** A page of rows, of which one more than fits was read. */
export function pageOf<Row extends Cursor>(rows: readonly Row[]): Page<Omit<Row, keyof Cursor>> {
  const shown = rows.slice(0, PAGE_SIZE)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ part: _, sortKey: __, ...found }) => found),
    next: last && rows.length > PAGE_SIZE ? cursorText(last) : null,
  }
}
