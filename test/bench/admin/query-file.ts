import Database from 'libsql'

/** A database file, read without a server, so that only the time of the queries is measured. */
export class QueryFile {
  readonly #database: Database.Database

  constructor(file: string) {
    this.#database = new Database(file, { readonly: true })
    // In KiB: what a server would keep in memory.
    this.#database.pragma('cache_size = -200000')
  }

  rows(sql: string, parameters: readonly unknown[]): unknown[][] {
    return this.#database
      .prepare(sql)
      .raw()
      .all([...parameters]) as unknown[][]
  }

  /** The rows of a query and how long it took, in ms. */
  timed(sql: string, parameters: readonly unknown[]): { rows: unknown[][]; took: number } {
    const statement = this.#database.prepare(sql).raw()
    const start = performance.now()
    const rows = statement.all([...parameters]) as unknown[][]
    return { rows, took: performance.now() - start }
  }

  close(): void {
    this.#database.close()
  }
}
