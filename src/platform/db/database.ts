import { createClient, type InStatement, type ResultSet } from '@libsql/client/http'
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import { type Cache, noCache } from '../cache/cache.ts'
import { type Access, type Query, readRows } from './pipeline.ts'
import { type Along, Riders } from './riders.ts'
import { WaitLimit } from './wait-limit.ts'

/** One request's way to libSQL. Never shared between requests: a client kept in a global hangs workerd. */
export interface Database {
  /** Drizzle, to build queries. Awaiting a single select is one round trip of its own. */
  readonly orm: SqliteRemoteDatabase
  /** Runs any number of selects in one read transaction and one round trip; gives their rows in order. */
  readonly read: <const Selects extends readonly Select[]>(selects: Selects) => Promise<RowsOf<Selects>>
  /**
   * Has a select, if `make` gives one, go along with the next `read`, in its round trip, if `goes` says so when that
   * begins. A failure of it fails that read too.
   */
  readonly along: <Rows>(make: () => Select<Rows> | null, goes: () => boolean) => Along<Rows>
  /** Runs a batch of changes. For `write()` in `write.ts`, which is the only way to change anything. */
  readonly batch: (statements: InStatement[]) => Promise<ResultSet[]>
  readonly client: Client
  /** Runs the batch of `write()` and makes cached answers stale. */
  readonly invalidateAfter: InvalidateAfter
}

interface Options {
  /** Called with the milliseconds of each round trip of reads. */
  readonly onRead?: (milliseconds: number) => void
  /** Milliseconds that all queries of the request together wait for the database. */
  readonly timeout?: number
  /** `Cache.invalidateAfter`; without it nothing is invalidated. */
  readonly invalidateAfter?: InvalidateAfter
}

type InvalidateAfter = Cache['invalidateAfter']

type Client = ReturnType<typeof createClient>

/** Something to read: a select of Drizzle's, or of `prepared.ts`. */
export interface Select<Rows = unknown> {
  readonly _: { readonly result: Rows }
  prepare(): PreparedSelect
}

/** A select with its SQL built, and what to make of the rows that come. */
export interface PreparedSelect {
  getQuery(): Query
  mapResult(result: { rows: unknown[][] }, isFromBatch: true): unknown
}

/** What selects give, each at its place. */
export type RowsOf<Selects extends readonly Select[]> = {
  -readonly [Index in keyof Selects]: Selects[Index]['_']['result']
}

/** Milliseconds. With what else a page takes, an answer comes within 10 seconds. */
const TIMEOUT = 9_000

/** Opens a database for a request; costs nothing until the first query. */
export function openDatabase(
  access: Access,
  { onRead = () => undefined, timeout = TIMEOUT, invalidateAfter = noCache.invalidateAfter }: Options = {},
): Database {
  const limit = new WaitLimit(timeout)
  let orm: SqliteRemoteDatabase | undefined
  let client: Client | undefined
  const rowsOf: Run = async (queries) => {
    const start = performance.now()
    try {
      return await limit.run('read', () => readRows(access, queries, limit.fetch))
    } finally {
      onRead(performance.now() - start)
    }
  }
  const connection = () => {
    client ??= connect(access, limit.fetch)
    return client
  }
  const riders = new Riders((selects) => read(rowsOf, selects))
  return {
    get orm() {
      orm ??= drizzle(async (sql, params) => ({ rows: (await rowsOf([{ sql, params }]))[0] ?? [] }))
      return orm
    },
    invalidateAfter,
    batch: (statements) => limit.run('write', () => connection().batch(statements, 'write')),
    read: (selects) => riders.readWith(selects),
    along: (make, goes) => riders.add(make, goes),
    get client() {
      return connection()
    },
  }
}

type Run = (queries: readonly Query[]) => Promise<unknown[][][]>

async function read<const Selects extends readonly Select[]>(
  rowsOf: Run,
  selects: Selects,
): Promise<RowsOf<Selects>> {
  const prepared = selects.map((select) => select.prepare())
  const queries = prepared.map((select) => select.getQuery())
  const results = await rowsOf(queries)
  const rows = prepared.map((select, index) => select.mapResult({ rows: results[index] ?? [] }, true))
  return rows as RowsOf<Selects>
}

function connect(
  { TURSO_DATABASE_URL: url, TURSO_AUTH_TOKEN: authToken }: Access,
  fetch: WaitLimit['fetch'],
): Client {
  return createClient({ url, fetch, ...(authToken && { authToken }) })
}
