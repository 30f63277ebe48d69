import { createClient, type InStatement, type ResultSet } from '@libsql/client/http'
import type { SQL } from 'drizzle-orm'
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import { type Cache, noCache } from '../cache/cache.ts'
import { type Access, type Query, readRows } from './pipeline.ts'
import { type Prefetched, PrefetchQueue } from './prefetch.ts'
import type { RowsOf, Select } from './select.ts'
import { WaitLimit } from './wait-limit.ts'

/** A request's access to libSQL. Requests must not share it: workerd hangs if a client is kept in a global. */
export interface Database {
  /** Drizzle, to build queries. A select that is awaited alone takes a round trip. */
  readonly orm: SqliteRemoteDatabase
  /** Runs selects in one read transaction and one round trip. Returns the rows of each, in their order. */
  readonly read: <const Selects extends readonly Select[]>(selects: Selects) => Promise<RowsOf<Selects>>
  /** Queues a select to be sent with the next `read()`. */
  readonly prefetch: <Rows>(select: Select<Rows>) => Prefetched<Rows>
  /** What the request does with its first change. `write()` follows it. */
  readonly firstChange: { current: FirstChange | null }
  /** Runs a batch of changes. Only `write()` in `write.ts` may call it. */
  readonly batch: (statements: InStatement[]) => Promise<ResultSet[]>
  readonly client: Client
  /** Runs the batch of `write()` and makes cached answers stale. */
  readonly invalidateAfter: InvalidateAfter
}

/** Belongs to the first change that a request makes, whichever feature makes it. */
export interface FirstChange {
  /** Runs first in the batch. Null: nothing may be changed, and the error is thrown at once. */
  readonly statement: SQL | null
  /** Thrown if a constraint stops the statement. Nothing has been changed then. */
  readonly error: ChangeRefused
  isMade: boolean
}

/** Thrown instead of the first change of a request that must not change anything. */
export class ChangeRefused extends Error {}

interface Options {
  /** Called with the milliseconds of each round trip of reads. */
  readonly onRead?: (milliseconds: number) => void
  /** Milliseconds that all queries together may wait for the database. No limit by default. */
  readonly timeout?: number | null
  /** `Cache.invalidateAfter`. By default, nothing is invalidated. */
  readonly invalidateAfter?: InvalidateAfter
  /** That of the request, if it uses several databases. */
  readonly firstChange?: Database['firstChange']
}

type InvalidateAfter = Cache['invalidateAfter']

type Client = ReturnType<typeof createClient>

/** Opens the database for a request. Connects with the first query. */
export function openDatabase(
  access: Access,
  {
    onRead = () => undefined,
    timeout = null,
    invalidateAfter = noCache.invalidateAfter,
    firstChange = { current: null },
  }: Options = {},
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
  const prefetches = new PrefetchQueue((selects) => read(rowsOf, selects))
  return {
    get orm() {
      orm ??= drizzle(async (sql, params) => ({ rows: (await rowsOf([{ sql, params }]))[0] ?? [] }))
      return orm
    },
    invalidateAfter,
    firstChange,
    batch: (statements) => limit.run('write', () => connection().batch(statements, 'write')),
    read: (selects) => prefetches.read(selects),
    prefetch: (select) => prefetches.add(select),
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
