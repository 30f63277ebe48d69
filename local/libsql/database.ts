import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Libsql from 'libsql'
import { Connection, type Schema } from './connection.ts'
import { WriteQueue } from './write-queue.ts'

/** A database file and its connections. `:memory:` is a temporary file, because connections must share it. */
export class Database {
  readonly writeQueue = new WriteQueue(() => this.#timeOutWriter())
  readonly #file: string
  readonly #temporary: string | undefined
  readonly #schema: Schema = { version: 0 }
  /** Kept open: the library releases a connection's files only at garbage collection. */
  readonly #idle: Connection[] = []
  /** The connections in use. */
  readonly #busy = new Set<Connection>()
  #closed = false

  /** Opens `file`, or creates it and its folder. Throws if it cannot. */
  constructor(file: string) {
    this.#temporary = file === ':memory:' ? mkdtempSync(join(tmpdir(), 'parley-libsql-')) : undefined
    this.#file = this.#temporary ? join(this.#temporary, 'memory.db') : file
    mkdirSync(dirname(this.#file), { recursive: true })
    useWriteAheadLog(this.#file)
    this.#idle.push(new Connection(this.#file, this.#schema))
  }

  /** A connection outside of any transaction, with the current schema. Give it back with `release`. */
  acquire(): Connection {
    const connection = this.#freshIdle() ?? new Connection(this.#file, this.#schema)
    this.#busy.add(connection)
    return connection
  }

  /** Takes a connection back, rolls back its open transaction, and lets the next writer continue. */
  release(connection: Connection): void {
    this.#busy.delete(connection)
    connection.rollback()
    if (connection.altered || connection.isStale || this.#closed) connection.close()
    else this.#idle.push(connection)
    this.writeQueue.wake()
  }

  #freshIdle(): Connection | undefined {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (!idle.isStale) return idle
      idle.close()
    }
    return undefined
  }

  #timeOutWriter(): void {
    const now = performance.now()
    for (const connection of this.#busy) {
      const { writesSince } = connection
      if (writesSince !== undefined && now - writesSince >= MAX_WRITE_TIME) connection.timeOut()
    }
  }

  close(): void {
    this.#closed = true
    for (const connection of this.#idle.splice(0)) connection.close()
    // With a new connection: FTS5 may keep a statement open on one that first read its table in a transaction.
    const last = new Connection(this.#file, this.#schema)
    last.checkpoint()
    last.close()
    if (this.#temporary) rmSync(this.#temporary, { recursive: true, force: true })
  }
}

/** How long a transaction may hold the write lock while others wait for it, in ms. Turso has the same limit. */
const MAX_WRITE_TIME = 5_000

/** The file remembers its journal mode. */
function useWriteAheadLog(file: string): void {
  const database = new Libsql(file)
  database.pragma('journal_mode = WAL')
  database.close()
}
