import type { Client, InStatement } from '@libsql/client/http'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type PlainTexts, searchText, withSearchText } from '../../src/platform/db/searched-text.ts'
import { capitalized } from './text.ts'

type Value = string | number | null

interface Pending {
  readonly keys: readonly string[]
  /** Where the texts are whose normalized forms follow after all the others. */
  readonly searched: readonly number[]
  /** Under the names that the database knows. */
  readonly columns: readonly string[]
  readonly rows: Value[][]
}

/** Collects rows and writes them in large batches, tables in the order in which they first got a row. */
export class BulkInsert {
  readonly #client: Client
  readonly #pending = new Map<SQLiteTable, Pending>()
  #size = 0

  constructor(client: Client) {
    this.#client = client
  }

  /** All rows of a table name the same columns; the others get the table's default. */
  add<Table extends SQLiteTable>(table: Table, plain: PlainTexts<Table['$inferInsert']>): void {
    const { keys, searched, rows } = this.#of(table, plain)
    const values = keys.map((key) => stored(Reflect.get(plain, key)))
    rows.push([...values, ...searched.map((place) => searchText(String(values[place])))])
    this.#size += 1
  }

  /** To be awaited after each few rows. Returns whether it wrote. */
  async flushIfFull(): Promise<boolean> {
    if (this.#size < BATCH) return false
    await this.flush()
    return true
  }

  async flush(): Promise<void> {
    const statements = [...this.#pending].flatMap(([table, pending]) =>
      pending.rows.length > 0 ? [insertAll(table, pending)] : [],
    )
    this.#size = 0
    if (statements.length > 0) await this.#client.batch(statements, 'write')
  }

  #of(table: SQLiteTable, row: object): Pending {
    const known = this.#pending.get(table)
    if (known) return known
    const named = getTableColumns(table)
    const keys = Object.keys(row)
    const all = Object.keys(withSearchText(table, row))
    const searched = keys.flatMap((key, place) => (all.includes(`search${capitalized(key)}`) ? [place] : []))
    const made = { keys, searched, columns: all.map((key) => named[key]?.name ?? key), rows: [] }
    this.#pending.set(table, made)
    return made
  }
}

/** In rows. */
const BATCH = 20_000

/** One parameter for all rows: SQLite reads a JSON array faster than it takes as many parameters. */
function insertAll(table: SQLiteTable, { columns, rows }: Pending): InStatement {
  const values = columns.map((_, place) => `row ->> ${place}`)
  const names = columns.map((column) => `"${column}"`)
  return {
    sql: `with all_rows as materialized (select jsonb(value) as row from json_each(:rows))
      insert into "${getTableName(table)}" (${names}) select ${values} from all_rows`,
    args: { rows: JSON.stringify(rows.splice(0)) },
  }
}

function stored(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number') return value
  return value === null || value === undefined ? null : JSON.stringify(value)
}
