/** The database did not answer in time, or could not be reached. A write may or may not have been made. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
  readonly during: 'read' | 'write'

  constructor(during: 'read' | 'write', cause: unknown) {
    super(`The database did not answer a ${during}`, { cause })
    this.during = during
  }
}

/** Limits how long all queries of a request together may wait for the database. */
export class WaitLimit {
  #left: number | null
  #hasFailed = false

  /** Null for no limit. */
  constructor(milliseconds: number | null) {
    this.#left = milliseconds
  }

  /** `fetch`, but aborts when the limit is reached, even in the middle of the answer. */
  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    try {
      return await fetch(input, { ...init, signal: this.#signal() })
    } catch (error) {
      this.#hasFailed = true
      throw error
    }
  }

  /** Runs queries that use `fetch`. Throws `DatabaseUnavailable` if they fail because a fetch failed. */
  async run<Result>(during: 'read' | 'write', queries: () => Promise<Result>): Promise<Result> {
    const start = performance.now()
    try {
      return await queries()
    } catch (error) {
      throw this.#hasFailed ? new DatabaseUnavailable(during, error) : error
    } finally {
      if (this.#left !== null) this.#left -= performance.now() - start
    }
  }

  #signal(): AbortSignal | null {
    if (this.#left === null) return null
    const signal = AbortSignal.timeout(Math.max(Math.ceil(this.#left), 0))
    signal.addEventListener('abort', () => {
      this.#hasFailed = true
    })
    return signal
  }
}
