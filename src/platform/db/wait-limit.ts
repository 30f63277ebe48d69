import { LibsqlError } from '@libsql/client'

/** The database did not answer in time, could not be reached, or is too busy. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
  /** Whether it was a change, which may or may not have been made. */
  readonly isUnconfirmed: boolean

  /** `refused`: the database answered that it did nothing. */
  constructor(during: 'read' | 'write', cause: unknown, answer: 'none' | 'refused' = 'none') {
    super(`The database ${answer === 'none' ? 'did not answer' : 'refused'} a ${during}`, { cause })
    this.isUnconfirmed = during === 'write' && answer === 'none'
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
      const response = await fetch(input, { ...init, signal: this.#signal() })
      // From a proxy in front of it, for example. What is wrong with a statement, it says with 200.
      if (response.status >= 500 || response.status === 429) this.#hasFailed = true
      return response
    } catch (error) {
      this.#hasFailed = true
      throw error
    }
  }

  /**
   * Runs queries that use `fetch`. Throws `DatabaseUnavailable` if they fail because a fetch failed, or because others
   * were writing all the time.
   */
  async run<Result>(during: 'read' | 'write', queries: () => Promise<Result>): Promise<Result> {
    const start = performance.now()
    try {
      return await queries()
    } catch (error) {
      if (isBusy(error)) throw new DatabaseUnavailable(during, error, 'refused')
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

function isBusy(error: unknown): boolean {
  return error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')
}
