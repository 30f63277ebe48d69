import Database from 'libsql'
import { isBusy, StatementError } from './errors.ts'
import type { SqlStatement } from './sql/parse-sql.ts'
import { RecentlyUsed } from './sql/recently-used.ts'
import { type Column, columnsOf, encodeRows, stmtResult } from './stmt-result.ts'
import type { Bound } from './values.ts'

/** Shared by all connections of one database. Increases whenever the schema may have changed. */
export interface Schema {
  version: number
}

interface Prepared {
  readonly statement: Database.Statement
  readonly returnsRows: boolean
  columns: string
  schemaVersion: number
}

const STATEMENTS_KEPT = 200

/** The cache is 128 MB. With SQLite's default of 2 MB, a large database reads its pages again and again. */
const SETTINGS = 'PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -131072'

/** One connection to the file. It never waits for a lock, but fails with SQLITE_BUSY immediately. */
export class Connection {
  readonly #database: Database.Database
  readonly #schema: Schema
  readonly #openedAt: number
  readonly #statements = new RecentlyUsed<string, Prepared>(STATEMENTS_KEPT)
  #ranSinceBegin = 0
  #readOnly = false
  #touchedSchema = false
  #altered = false
  #writesSince: number | undefined
  #timedOut = false
  #reportsTimeout = false

  constructor(file: string, schema: Schema) {
    this.#database = new Database(file)
    this.#schema = schema
    this.#openedAt = schema.version
    this.#database.exec(SETTINGS)
  }

  get isAutocommit(): boolean {
    return !this.#database.inTransaction
  }

  /** Whether waiting for the lock can help. It cannot once the transaction has read: its snapshot is outdated. */
  get mayWait(): boolean {
    return this.isAutocommit || this.#ranSinceBegin === 0
  }

  /** True once a PRAGMA has changed the settings of the connection. */
  get altered(): boolean {
    return this.#altered
  }

  /** When the open transaction began to hold the write lock, by `performance.now()`. */
  get writesSince(): number | undefined {
    return this.#writesSince
  }

  /** Rolls back a transaction that blocks others. Its owner's next request fails. */
  timeOut(): void {
    this.rollback()
    this.#timedOut = true
  }

  /** Call this before each request. After a timeout, all statements of the next request fail. */
  beginRequest(): void {
    this.#reportsTimeout = this.#timedOut
    this.#timedOut = false
  }

  /** Whether the schema has changed since this connection was opened. Its statements may use the old one. */
  get isStale(): boolean {
    return this.#schema.version !== this.#openedAt
  }

  /** Runs one statement completely and returns its result as JSON. Throws SQLite's error. */
  run(sql: SqlStatement, args: Bound[], wantRows: boolean): string {
    if (this.#reportsTimeout) throw new StatementError('TRANSACTION_TIMEOUT', 'Transaction timed out')
    if (this.#readOnly && WRITING.has(sql.kind)) {
      throw new StatementError('SQLITE_READONLY', 'SQLite error: attempt to write a readonly database')
    }

    const prepared = this.#prepare(sql)
    try {
      const result = prepared.returnsRows
        ? this.#query(sql, prepared, args, wantRows)
        : this.#perform(sql, prepared, args)
      this.#note(sql)
      return result
    } catch (error) {
      if (isBusy(error)) this.#finish(prepared, args)
      throw error
    }
  }

  /** The columns of a statement, without running it. */
  describe(sql: SqlStatement): Column[] {
    return columnsOf(this.#prepare(sql).statement)
  }

  /** Rolls back the open transaction, if any. */
  rollback(): void {
    if (this.#database.inTransaction) this.#database.exec('ROLLBACK')
    if (this.#touchedSchema) this.#schema.version += 1
    this.#readOnly = false
    this.#touchedSchema = false
    this.#writesSince = undefined
  }

  /** Moves the write-ahead log into the file, which then holds the whole database. */
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
    // Fetches all rows even if none are wanted, because an unfinished statement keeps its transaction open.
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
    if (!Array.isArray(row)) throw new TypeError('The database did not return what was written')
    return { affected: row[0], rowid: sql.kind === 'insert' ? row[1] : null }
  }

  /**
   * A statement that failed with SQLITE_BUSY stays unfinished and keeps the connection at its old snapshot. The
   * library has no reset, but running it again in read-only mode makes it fail, which finishes it.
   */
  #finish({ statement, returnsRows }: Prepared, args: Bound[]): void {
    this.#database.exec('PRAGMA query_only = ON')
    try {
      if (returnsRows) statement.all(args)
      else statement.run(args)
    } catch {
      // SQLITE_READONLY, as intended.
    } finally {
      this.#database.exec('PRAGMA query_only = OFF')
    }
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
      if (sql.beginsWriting) this.#writesSince = performance.now()
      return
    }

    if (sql.kind !== 'control') this.#ranSinceBegin += 1
    if (sql.kind === 'setting') this.#altered = true
    if (ALTERING.has(sql.kind)) this.#touchedSchema = true
    // Increases again at the commit: until then other connections see the old columns.
    if (this.#touchedSchema) this.#schema.version += 1
    if (WRITING.has(sql.kind)) this.#writesSince ??= performance.now()
    if (this.isAutocommit) {
      this.#writesSince = undefined
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
  beginsWriting: false,
  isSupported: true,
}
