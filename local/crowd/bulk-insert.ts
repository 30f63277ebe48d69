import type { Client, InStatement } from '@libsql/client/http'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type PlainTexts, searchText, withSearchText } from '../../src/platform/db/searched-text.ts'
import { capitalized } from './text.ts'

type Value = string | number | null

interface Pending {
  readonly keys: readonly string[]
  /** Positions of the texts that search finds. Their normalized forms are added at the end of each row. */
  readonly searched: readonly number[]
  /** Names of the columns in the database. */
  readonly columns: readonly string[]
  readonly rows: Value[][]
}

/** Collects rows and writes them in large batches. Writes tables in the order in which they first got a row. */
export class BulkInsert {
  readonly #client: Client
  readonly #pending = new Map<SQLiteTable, Pending>()
  #size = 0

  constructor(client: Client) {
    this.#client = client
  }

  /** All rows of a table must name the same columns. Other columns get their default. */
  add<Table extends SQLiteTable>(table: Table, plain: PlainTexts<Table['$inferInsert']>): void {
    const { keys, searched, rows } = this.#of(table, plain)
    const values = keys.map((key) => stored(Reflect.get(plain, key)))
    rows.push([...values, ...searched.map((position) => searchText(String(values[position])))])
    this.#size += 1
  }

  /** Call it after every few rows. Returns whether it wrote. */
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
    const tableColumns = getTableColumns(table)
    const keys = Object.keys(row)
    const all = Object.keys(withSearchText(table, row))
    const searched = keys.flatMap((key, index) => (all.includes(`search${capitalized(key)}`) ? [index] : []))
    const columns = all.map((key) => tableColumns[key]?.name ?? key)
    const pending = { keys, searched, columns, rows: [] }
    this.#pending.set(table, pending)
    return pending
  }
}

/** In rows. */
const BATCH = 20_000

/** Passes all rows as one parameter, because SQLite reads a JSON array faster than many parameters. */
function insertAll(table: SQLiteTable, { columns, rows }: Pending): InStatement {
  const values = columns.map((_, index) => `row ->> ${index}`)
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
