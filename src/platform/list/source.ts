import { type SQL, sql } from 'drizzle-orm'
import type { CsvReader } from '../csv/stream.ts'
import { CSV_PAGE_SIZE } from '../csv/stream.ts'
import type { Database } from '../db/database.ts'
import { prefetchRows } from '../db/prefetch.ts'
import type { Select } from '../db/select.ts'
import type { Viewer } from '../http/context.ts'
import { PAGE_SIZE, type Page } from '../http/paging.ts'
import { MAX_COUNTED } from './bulk-request.ts'
import type { ListSearch } from './search.ts'

/** Whose list it is, and when. A job has these too. */
export interface ListContext {
  readonly db: Database
  readonly viewer: Pick<Viewer, 'id' | 'role'>
  /** Milliseconds UTC. */
  readonly now: number
}

/** Where the rows of a list come from. Its selects are run together, so a page takes one round trip. */
export interface ListSource<Row, Search extends ListSearch> {
  /**
   * Up to `limit` rows that match, in the order of `search.sort`, after a cursor or from the start. Read by an index;
   * the order must be total, so it ends with the id. Null if nothing can match.
   */
  readonly select: (
    context: ListContext,
    search: Search,
    after: string | null,
    limit: number,
  ) => Select<readonly Row[]> | null
  /** How many rows match. Use `selectCount`. Null if nothing can match. Not read if `countedTab` names a tab. */
  readonly count: (
    context: ListContext,
    search: Search,
    max?: number,
  ) => Select<readonly { count: number }[]> | null
  /** The rows with these ids, whatever the filters, in any order. Only for lists with actions. */
  readonly find?: (context: ListContext, ids: readonly number[]) => Select<readonly Row[]> | null
  /** How many rows each tab has. Each count stops at 100, but for that of `countedTab`. Null to show none. */
  readonly tabs?: (
    context: ListContext,
    search: Search,
  ) => Select<readonly Readonly<Record<string, number>>[]> | null
  /** The tab whose count is the number of rows that match, counted as far as `count` does. Null if there is none. */
  readonly countedTab?: (search: Search) => string | null
  /** The cursor of a row: digits, or several joined by `_`. */
  readonly cursorOf: (row: Row, search: Search) => string
}

/** One page of a list with what is around it. */
export interface ListPage<Row> extends Page<Row> {
  /** How many rows match. `MAX_COUNTED + 1` means more than `MAX_COUNTED`. */
  readonly count: number
  readonly tabs: Readonly<Record<string, number>>
  /** The rows that were asked for by their ids. */
  readonly found: readonly Row[]
}

/** Reads a page with what is around it, and the rows of `ids`. One round trip. */
export async function readPage<Row, Search extends ListSearch>(
  source: ListSource<Row, Search>,
  context: ListContext,
  { search, after }: { search: Search; after: string | null },
  ids: readonly number[] = [],
): Promise<ListPage<Row>> {
  const rows = prefetchRows(context.db, source.select(context, search, after, PAGE_SIZE + 1))
  const around = await readAround(source, context, search, ids)
  return { ...cut(source, await rows(), PAGE_SIZE, search), ...around }
}

/** Reads what is around a page, and the rows of `ids`. One round trip. */
export async function readAround<Row, Search extends ListSearch>(
  source: ListSource<Row, Search>,
  context: ListContext,
  search: Search,
  ids: readonly number[] = [],
): Promise<Omit<ListPage<Row>, 'rows' | 'next'>> {
  const countedTab = source.countedTab?.(search) ?? null
  const counts = prefetchRows(context.db, countedTab === null ? source.count(context, search) : null)
  const tabs = prefetchRows(context.db, source.tabs?.(context, search))
  const found = prefetchRows(context.db, ids.length > 0 ? source.find?.(context, ids) : null)
  const [[counted], [byTab]] = [await counts(), await tabs()]
  const count = countedTab === null ? counted?.count : byTab?.[countedTab]
  return { count: count ?? 0, tabs: byTab ?? {}, found: await found() }
}

/** Up to `size` rows that match, after a cursor, for a file or a job. One round trip. */
export async function readRows<Row, Search extends ListSearch>(
  source: ListSource<Row, Search>,
  context: ListContext,
  search: Search,
  after: string | null,
  size: number,
): Promise<Page<Row>> {
  const select = source.select(context, search, after, size + 1)
  if (!select) return { rows: [], next: null }
  const [rows] = await context.db.read([select])
  return cut(source, rows, size, search)
}

/** Reads all rows that match, page by page. Each page has a database of its own, because its time is limited. */
export function csvReader<Row, Search extends ListSearch>(
  source: ListSource<Row, Search>,
  context: Omit<ListContext, 'db'>,
  search: Search,
  openDatabase: () => Database,
): CsvReader<Row, string> {
  return (after) => readRows(source, { ...context, db: openDatabase() }, search, after, CSV_PAGE_SIZE)
}

/** The number of rows of a subquery, counted up to `MAX_COUNTED + 1`: `select({ count: countUpTo(sql`…`) })`. */
export function countUpTo(rows: SQL, max = MAX_COUNTED + 1): SQL<number> {
  return sql<number>`(select count(*) from (${rows} limit ${sql.raw(String(max))}))`
}

/** The select for `ListSource.count`: how many rows a subquery has, see `countUpTo`. */
export function selectCount({ orm }: Database, rows: SQL, max?: number) {
  return orm.select({ count: countUpTo(rows, max) }).from(sql`(select 1)`)
}

/** The numbers of a cursor. Null for the first page, or if it has not as many as the sort order needs. */
export function cursorNumbers<const Length extends number>(
  after: string | null,
  length: Length,
): readonly number[] | null {
  const numbers = after?.split('_').map(Number) ?? []
  return numbers.length === length && numbers.every(Number.isSafeInteger) ? numbers : null
}

function cut<Row, Search extends ListSearch>(
  source: ListSource<Row, Search>,
  rows: readonly Row[],
  size: number,
  search: Search,
): Page<Row> {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return {
    rows: shown,
    next: last !== undefined && rows.length > size ? source.cursorOf(last, search) : null,
  }
}
