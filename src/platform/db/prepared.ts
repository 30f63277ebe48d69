import { fillPlaceholders, type Placeholder, sql } from 'drizzle-orm'
import { QueryPromise } from 'drizzle-orm/query-promise'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import type { Database } from './database.ts'
import { flatRows } from './flat-rows.ts'
import type { PreparedSelect, Select } from './select.ts'

/** The placeholders of a select. Each request fills in its values. */
export type Slots<Values> = { readonly [Name in keyof Values]: Placeholder<string, Values[Name]> }

/** Drizzle, to build a select that runs later. */
export type Orm = typeof orm

/**
 * A select whose SQL is built once for each shape (a role or a search, for example). Only its values differ from
 * request to request. Busy pages use prepared selects; see docs/decisions/0004-prepared-selects.md.
 */
export function prepared<Values extends object, Rows, Shape = void>(
  build: (orm: Orm, slots: Slots<Values>, shape: Shape) => Select<Rows>,
): (db: Database, values: Values, shape: Shape) => FilledSelect<Rows> {
  const known = new Map<string, PreparedSelect>()
  return (db, values, shape) => {
    const key = JSON.stringify(shape)
    if (known.size >= MAX_SHAPES && !known.has(key)) known.clear()
    const select = known.get(key) ?? prepare(build(orm, slots<Values>(), shape))
    known.set(key, select)
    return new FilledSelect<Rows>(db, select, values)
  }
}

/** Anybody can search for anything, so the shapes of a search are without end. */
export const MAX_SHAPES = 200

function prepare(select: Select): PreparedSelect {
  const ready = select.prepare()
  const makeRows = flatRows(select)
  return makeRows ? { getQuery: () => ready.getQuery(), mapResult: ({ rows }) => makeRows(rows) } : ready
}

/** A prepared select with its values. Pass it to `db.read`, or await it alone, which takes a round trip. */
class FilledSelect<Rows> extends QueryPromise<Rows> implements Select<Rows> {
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
  throw new Error('Only the database of a request can run a prepared select.')
})

function slots<Values>(): Slots<Values> {
  return new Proxy({} as Slots<Values>, { get: (_, name) => sql.placeholder(String(name)) })
}
