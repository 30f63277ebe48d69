import { Column, getTableColumns, getTableName, is, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { DAY } from '../../shared/time.ts'
import { columnsIn, textOf } from '../db/sql-text.ts'
import { type FigureSource, NOW_DAY, PLATFORM } from './figure-source.ts'

/** Which rows of a figure to add up. */
export interface Rows {
  /** The table whose row is given by a trigger as `row`, instead of being read. */
  readonly given?: { readonly table: SQLiteTable; readonly row: 'old' | 'new' }
  /** A condition in SQL, beside the figure's own. */
  readonly only?: string
  /** -1 takes the rows away. */
  readonly sign?: 1 | -1
}

/** A select of `owner_id, day, figure, dimension, value`: one row for each row and owner, not added up. */
export function contributions(
  name: string,
  source: FigureSource,
  { given, only, sign = 1 }: Rows = {},
): string {
  const { from, join, where, at, dimension, amount } = source
  const owners = ownersOf(source)
  const tables = [from, ...(join ? [join.table] : [])].filter((table) => table !== given?.table)
  const conditions = [join && textOf(join.on), where && textOf(where), only].filter(
    (condition) => condition !== undefined,
  )
  const sources = [...tables.map((table) => textOf(sql`${table}`)), ...ownerTable(owners)]
  const selectWith = (more: readonly string[], figure: string) => `select ${ownerSql(owners)} as owner_id,
      ${at ? `cast(${textOf(at)} as integer) / ${DAY}` : NOW_DAY} as day,${figure}
      ${dimension ? textOf(dimension) : `''`} as dimension,
      ${sign === -1 ? '-' : ''}(${amount ? textOf(amount) : 1}) as value
    ${fromSql(sources)} ${whereSql([...conditions, ...more])}`
  // SQLite takes twice as long to compile a subquery, and each write to the table compiles its triggers again.
  const all = mayNotCount(source)
    ? `select owner_id, day, '${name}' as figure, dimension, value
      from (${selectWith([], '')}) where owner_id is not null and dimension is not null and value <> 0`
    : selectWith([`${ownerSql(owners)} is not null`], ` '${name}' as figure,`)
  return given ? all.replaceAll(`"${getTableName(given.table)}".`, `${given.row}.`) : all
}

/** The columns of a table that a figure depends on. */
export function columnsOf(source: FigureSource, table: SQLiteTable): Column[] {
  const { join, where, at, dimension, amount, owners = [] } = source
  const read = [join?.on, where, at, dimension, amount, ...owners].flatMap(columnsIn)
  return [...new Set(read.filter((column) => column.table === table))]
}

/** The primary key of the rows that a figure counts. */
export function keyOf({ from }: FigureSource): Column {
  const key = Object.values(getTableColumns(from)).find(({ primary }) => primary)
  if (!key) throw new Error(`${getTableName(from)} needs a primary key of one column.`)
  return key
}

// Whether a row that meets the conditions may have no dimension, or add nothing.
function mayNotCount({ dimension, amount }: FigureSource): boolean {
  return amount !== undefined || (dimension !== undefined && !(is(dimension, Column) && dimension.notNull))
}

// The expressions for the ids of everybody who has a figure of a row.
function ownersOf({ owners = [] }: FigureSource): string[] {
  return [String(PLATFORM), ...owners.map(textOf)]
}

function ownerTable(owners: readonly string[]): string[] {
  const numbers = owners.map((_, at) => (at === 0 ? 'select 0 as nth' : `select ${at}`))
  return owners.length > 1 ? [`(${numbers.join(' union all ')}) owner`] : []
}

function ownerSql(owners: readonly string[]): string {
  const cases = owners.map((owner, at) => `when ${at} then ${owner}`)
  return owners.length > 1 ? `case owner.nth ${cases.join(' ')} end` : owners.join()
}

// CROSS JOIN keeps the order: the rows first, then what is looked up for each.
function fromSql(sources: readonly string[]): string {
  return sources.length > 0 ? `from ${sources.join(' cross join ')}` : ''
}

function whereSql(conditions: readonly string[]): string {
  return conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
}
