import { fillPlaceholders, type Placeholder, sql } from 'drizzle-orm'
import { QueryPromise } from 'drizzle-orm/query-promise'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import type { Database } from './database.ts'
import { flatRows } from './flat-rows.ts'
import type { PreparedSelect, Select } from './select.ts'

/** Where a select has its values, which come with each request. */
export type Slots<Values> = { readonly [Name in keyof Values]: Placeholder<string, Values[Name]> }

/** Drizzle, to build a select that is run later. */
export type Orm = typeof orm

/**
 * A select whose SQL is built once: from request to request only its values differ, and perhaps its shape, of
 * which there are few (a role, a sort order). Building selects anew takes a third of a page's whole time, so
 * what busy pages read is prepared.
 */
export function prepared<Values extends object, Rows, Shape = void>(
  build: (orm: Orm, slots: Slots<Values>, shape: Shape) => Select<Rows>,
): (db: Database, values: Values, shape: Shape) => Filled<Rows> {
  const known = new Map<string, PreparedSelect>()
  return (db, values, shape) => {
    const key = JSON.stringify(shape)
    const select = known.get(key) ?? prepare(build(orm, slots<Values>(), shape))
    known.set(key, select)
    return new Filled<Rows>(db, select, values)
  }
}

function prepare(select: Select): PreparedSelect {
  const ready = select.prepare()
  const makeRows = flatRows(select)
  return makeRows ? { getQuery: () => ready.getQuery(), mapResult: ({ rows }) => makeRows(rows) } : ready
}

/** A prepared select with its values: for `db.read`, or awaited for one round trip of its own. */
class Filled<Rows> extends QueryPromise<Rows> implements Select<Rows> {
  declare readonly _: { readonly result: Rows }
  readonly #db: Database
  readonly #select: PreparedSelect
  readonly #values: object

  constructor(db: Database, select: PreparedSelect, values: object) {
    super()
    this.#db = db
    this.#select = select
    this.#values = values
  }

  prepare(): PreparedSelect {
    const { sql, params } = this.#select.getQuery()
    return {
      getQuery: () => ({ sql, params: fillPlaceholders([...params], { ...this.#values }) }),
      mapResult: (result, isFromBatch) => this.#select.mapResult(result, isFromBatch),
    }
  }

  async execute(): Promise<Rows> {
    const [rows] = await this.#db.read([this])
    return rows
  }
}

const orm = drizzle(() => {
  throw new Error('A prepared select is run by the database of a request.')
})

function slots<Values>(): Slots<Values> {
  return new Proxy({} as Slots<Values>, { get: (_, name) => sql.placeholder(String(name)) })
}
