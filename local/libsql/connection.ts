import Database from 'libsql'
import { StatementError } from './errors.ts'
import { Recent } from './recent.ts'
import type { SqlStatement } from './sql-text.ts'
import { type Bound, encodeValue } from './values.ts'

/** Shared by the connections of one database: goes up whenever columns may have other names than before. */
export interface Schema {
  version: number
}

export interface Column {
  name: string
  decltype: string | null
}

interface Prepared {
  readonly statement: Database.Statement
  readonly returnsRows: boolean
  columns: string
  schemaVersion: number
}

const STATEMENTS_KEPT = 200

/** One connection to the file. Never waits for a lock: what is locked fails with SQLITE_BUSY at once. */
export class Connection {
  readonly #database: Database.Database
  readonly #schema: Schema
  readonly #statements = new Recent<string, Prepared>(STATEMENTS_KEPT)
  #ranSinceBegin = 0
  #readOnly = false
  #touchedSchema = false
  #altered = false

  constructor(file: string, schema: Schema) {
    this.#database = new Database(file)
    this.#schema = schema
    this.#database.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON')
  }

  get isAutocommit(): boolean {
    return !this.#database.inTransaction
  }

  /** True while nothing can be lost by waiting: a transaction that has read must not wait for its own snapshot. */
  get mayWait(): boolean {
    return this.isAutocommit || this.#ranSinceBegin === 0
  }

  /** True once a statement (PRAGMA, ATTACH, a temporary table) left the connection unlike a new one. */
  get altered(): boolean {
    return this.#altered
  }

  /** Runs one statement to its end and gives its result as JSON; throws SQLite's error. */
  run(sql: SqlStatement, args: Bound[], wantRows: boolean): string {
    if (this.#readOnly && WRITING.has(sql.kind)) {
      throw new StatementError('SQLITE_READONLY', 'SQLite error: attempt to write a readonly database')
    }

    const prepared = this.#prepare(sql)
    const result = prepared.returnsRows
      ? this.#query(sql, prepared, args, wantRows)
      : this.#perform(sql, prepared, args)
    this.#note(sql)
    return result
  }

  /** The columns of a statement that is not run. */
  describe(sql: SqlStatement): Column[] {
    return columnsOf(this.#prepare(sql).statement)
  }

  /** Undoes what a transaction left open. */
  rollback(): void {
    if (this.#database.inTransaction) this.#database.exec('ROLLBACK')
    if (this.#touchedSchema) this.#schema.version += 1
    this.#readOnly = false
    this.#touchedSchema = false
  }

  /** Writes the log back into the file, so that the file alone is the whole database. */
  checkpoint(): void {
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  close(): void {
    this.rollback()
    this.#statements.clear()
    this.#database.close()
  }

  #prepare(sql: SqlStatement): Prepared {
    const known = this.#statements.get(sql.text)
    if (known) return known

    const statement = this.#database.prepare(sql.text)
    const returnsRows = statement.reader
    // Without safe integers 1 and 1.0 would come back as the same number.
    if (returnsRows) statement.raw(true).safeIntegers(true)
    const prepared = { statement, returnsRows, columns: '[]', schemaVersion: -1 }
    if (!ALTERING.has(sql.kind)) this.#statements.set(sql.text, prepared)
    return prepared
  }

  #query(sql: SqlStatement, prepared: Prepared, args: Bound[], wantRows: boolean): string {
    // Every row is fetched even if none is wanted: a statement left halfway keeps its transaction open.
    const rows = prepared.statement.all(args)
    const { affected, rowid } = REPORTED.has(sql.kind) ? this.#written(sql) : NOTHING_WRITTEN
    return stmtResult(this.#columns(prepared), wantRows ? encodeRows(rows) : '[]', affected, rowid)
  }

  #perform(sql: SqlStatement, prepared: Prepared, args: Bound[]): string {
    const { changes, lastInsertRowid } = prepared.statement.run(args)
    if (sql.kind === 'change') return stmtResult('[]', '[]', changes, null)
    if (sql.kind !== 'insert') return stmtResult('[]', '[]', 0, null)
    if (Number.isSafeInteger(lastInsertRowid)) return stmtResult('[]', '[]', changes, lastInsertRowid)
    return stmtResult('[]', '[]', changes, this.#written(sql).rowid)
  }

  #written(sql: SqlStatement): { affected: unknown; rowid: unknown } {
    const { statement } = this.#prepare(WRITTEN)
    const [row] = statement.all([])
    if (!Array.isArray(row)) throw new TypeError('The database did not say what was written')
    return { affected: row[0], rowid: sql.kind === 'insert' ? row[1] : null }
  }

  #columns(prepared: Prepared): string {
    if (prepared.schemaVersion !== this.#schema.version) {
      prepared.columns = JSON.stringify(columnsOf(prepared.statement))
      prepared.schemaVersion = this.#schema.version
    }
    return prepared.columns
  }

  #note(sql: SqlStatement): void {
    if (sql.kind === 'begin') {
      this.#ranSinceBegin = 0
      this.#readOnly = sql.beginsReadOnly
      return
    }

    if (sql.kind !== 'control') this.#ranSinceBegin += 1
    if (sql.kind === 'setting') this.#altered = true
    if (ALTERING.has(sql.kind)) this.#touchedSchema = true
    // Twice for a transaction: others see the old columns until it commits, the new ones after.
    if (this.#touchedSchema) this.#schema.version += 1
    if (this.isAutocommit) {
      this.#readOnly = false
      this.#touchedSchema = false
    }
  }
}

const WRITING: ReadonlySet<string> = new Set(['insert', 'change', 'schema'])
const ALTERING: ReadonlySet<string> = new Set(['schema', 'setting'])
const REPORTED: ReadonlySet<string> = new Set(['insert', 'change'])
const NOTHING_WRITTEN = { affected: 0, rowid: null }
const WRITTEN: SqlStatement = {
  text: 'SELECT changes(), last_insert_rowid()',
  kind: 'read',
  parameters: [],
  explains: false,
  beginsReadOnly: false,
}

function columnsOf(statement: Database.Statement): Column[] {
  return statement.columns().map(({ name, type }) => ({ name, decltype: type }))
}

function encodeRows(rows: unknown[]): string {
  let json = '['
  let before = '['
  for (const row of rows) {
    if (!Array.isArray(row)) throw new TypeError('The database gave a row that is no list')
    json += before
    before = ',['
    for (let index = 0; index < row.length; index += 1) {
      json += index === 0 ? encodeValue(row[index]) : `,${encodeValue(row[index])}`
    }
    json += ']'
  }
  return `${json}]`
}

function stmtResult(cols: string, rows: string, affected: unknown, rowid: unknown): string {
  const id = rowid === null ? 'null' : `"${rowid}"`
  return `{"cols":${cols},"rows":${rows},"affected_row_count":${affected},"last_insert_rowid":${id}}`
}
